/** The site's own address, in tests of what changes something. */
export const site = "http://localhost:3000";

/** Has the process know its address and its secret, as a started one does; before anybody signs in. */
export function settleSite(): void {
  process.env.PUBLIC_URL = site;
  process.env.SECRET = "a secret of at least thirty-two characters";
}
