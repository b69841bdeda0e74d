/** Where services put an address that they lead through themselves, by host and path. */
const wraps: readonly (readonly [RegExp, string])[] = [
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url$/, "q"],
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url$/, "url"],
  [/^[a-z0-9.-]+\.safelinks\.protection\.outlook\.com\/?$/, "url"],
  [/^slack-redir\.net\/link$/, "url"],
];

/**
 * The address to which a link leads, out of one that leads through a service, as text processors and
 * mail write them; any other as it is.
 */
export function unwrappedAddress(address: string): string {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return address;
  const { hostname, pathname, searchParams } = new URL(address);
  for (const [place, key] of wraps) {
    const target = place.test(hostname + pathname) ? searchParams.get(key) : null;
    if (target !== null && /^https?:\/\//i.test(target) && URL.canParse(target)) return target;
  }
  return address;
}
