import * as z from "zod";

/** A finding that stays as it is, because of something that the check cannot know. */
export const SetAside = z
  .object({
    /** Where the words stand, as `unfinished` names places. */
    place: z.string(),
    rule: z.string(),
    /** The words. */
    text: z.string(),
    reason: z.string(),
  })
  .readonly();
export type SetAside = z.infer<typeof SetAside>;
