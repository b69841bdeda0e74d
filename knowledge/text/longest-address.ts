/** Letters of a web address that is kept. */
export const longestAddress = 2_000;
