import * as z from "zod";

/** What an account may do, least first; each includes the one before (DESIGN, 6). */
export const Duty = z.enum(["reader", "author", "editor", "admin"]);
export type Duty = z.infer<typeof Duty>;

/** What each duty allows, for whoever hands them out. */
export const dutyMeanings: Record<Duty, string> = {
  reader: "Reads what is for members only.",
  author: "Begins reviews, and works on those that are shared with them.",
  editor: "Sees every draft, approves and publishes, archives and merges.",
  admin: "Invites people, sets duties, and sees to sessions, settings and the audit log.",
};

/** Whether a duty includes another one. */
export function includes(duty: Duty, other: Duty): boolean {
  return Duty.options.indexOf(duty) >= Duty.options.indexOf(other);
}
