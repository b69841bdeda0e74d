/**
 * A path of this site, as it was asked for; the home page where it is none. What leads elsewhere
 * (`//host`, `/\host`, a scheme) would let a link to our sign-in send people to another site.
 */
export function localPath(asked: string): string {
  if (!/^\/(?![/\\])[^\\\s]*$/.test(asked)) return "/";
  const site = "http://site";
  if (!URL.canParse(asked, site)) return "/";
  const { origin, pathname, search, hash } = new URL(asked, site);
  return origin === site ? pathname + search + hash : "/";
}
