import { paths } from "./paths";

/**
 * The pages to which a form may be sent, each with the most bytes it takes. They are made for
 * the one who sent it, and nothing of it is kept; what changes something is under `/api`.
 */
export const postedPages: ReadonlyMap<string, number> = new Map([
  // The text itself is cut by the page; its limit here leaves room for what a form makes of signs.
  [paths.searchByText(), 200_000],
]);
