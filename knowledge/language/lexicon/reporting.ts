import { wordSet } from "./word-set";

/** Words before a phrase that deny it. */
export const denials = wordSet(`
  no not never without nobody none nothing neither nor avoid avoids avoiding free less cannot
  hardly instead than beyond
`);

/** Those whose findings are facts of a case, whatever words they use. */
export const authorities = wordSet(`
  regulator regulators court courts judge jury commission commissioner authority authorities
  inquiry inquest investigator investigators prosecutor prosecutors lawsuit complaint complaints
  settlement ombudsman auditor auditors fcc sec ftc faa fda ico fca ntsb tribunal parliament
  committee order ruling verdict plaintiffs plaintiff counsel watchdog minister board
`);

/** How such findings are told. */
export const findingWords = wordSet(`
  found finds find ruled rules held holds concluded concludes alleged alleges claimed claims
  cited cites fined says said charged charges stated states according accused accuses determined
  reported reports wrote writes argued argues named names finding findings penalty fine speak speaks spoke mentions mention lists listed describes described
`);

/** Words after a noun that are no part of it. */
export const afterNoun = wordSet(`
  yesterday today tonight earlier later twice once again early late alone themselves himself
  herself and or but
`);
