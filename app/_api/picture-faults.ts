import type { PictureFault } from "#knowledge/review/pictures/picture-making";

/** Why a picture was not taken, and what to do. */
export const pictureFaults: Readonly<Record<PictureFault, string>> = {
  "no picture":
    "Only PNG, JPEG and WebP pictures are taken, and this is none. Save it as one of these, and send that.",
  "cut off": "The file ends before the picture does. Send it again, or save it anew.",
  "something behind":
    "Behind the picture the file goes on with something else. Open it in a picture program, save it anew, and send that.",
  "too many pixels": "This picture has more than 40 million pixels. Make it smaller.",
  moves: "Only still pictures are taken, and this one moves. Send the part of it that tells most.",
  unreadable: "This picture cannot be read: it is damaged, or not what it says it is.",
  "too much in it": "This picture is larger than 8 MB however it is packed. Make it smaller.",
};
