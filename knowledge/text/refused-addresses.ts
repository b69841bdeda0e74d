import { PICTURE_ADDRESS } from "./pictures";
import { readStoryLines } from "./story-lines";
import { LINK_ADDRESS } from "./story-safety";

/** How many pictures and links of a text readers would not be shown as such. */
export interface RefusedAddresses {
  readonly pictures: number;
  readonly links: number;
}

/**
 * What the renderer will leave out of a story, counted without rendering it: pictures from other
 * places, links to what no link may lead to. Those in code are code.
 */
export function refusedAddresses(story: string): RefusedAddresses {
  const refused = { pictures: 0, links: 0 };
  for (const { kind, text } of readStoryLines(story)) {
    if (kind !== "text") continue;
    const written = text.replaceAll(/`[^`]{0,500}`/g, "");
    for (const [, sign, address = ""] of written.matchAll(inline)) {
      if (sign === "!" && !PICTURE_ADDRESS.test(address)) refused.pictures += 1;
      if (sign === "" && !LINK_ADDRESS.test(address)) refused.links += 1;
    }
  }
  return refused;
}

const inline = /(!?)\[[^\]\n]{0,500}\]\(\s{0,9}<?([^\s)>]{1,2000})/g;
