const needed: readonly [name: string, value: RegExp][] = [
  ["x-content-type-options", /^nosniff$/],
  ["referrer-policy", /^(no-referrer|same-origin|strict-origin-when-cross-origin)$/],
  ["cross-origin-opener-policy", /^same-origin$/],
  ["cross-origin-resource-policy", /^same-origin$/],
  ["permissions-policy", /camera=\(\).*geolocation=\(\).*microphone=\(\)/],
];

const ownOnly = new Set(["'none'", "'self'"]);

/**
 * What the headers of an answer lack, in words. Names are lower case. A page with an island may name
 * its inline scripts by their hashes.
 */
export function faultsOfHeaders(
  headers: Readonly<Record<string, string>>,
  hasIsland = false,
): string[] {
  const missing = needed.flatMap(([name, value]) =>
    value.test(headers[name] ?? "") ? [] : [`${name} is "${headers[name] ?? ""}"`],
  );
  const told = ["x-powered-by", "server"].filter((name) => name in headers);
  return [
    ...missing,
    ...told.map((name) => `${name} tells what we run on`),
    ...faultsOfPolicy(headers["content-security-policy"] ?? "", hasIsland),
  ];
}

/** Nothing but our own host, and nothing inline; also not by hash, as reading pages need none. */
function faultsOfPolicy(policy: string, hasIsland: boolean): string[] {
  const directives = new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );
  const isOwn = (name: string, value: string) =>
    ownOnly.has(value) || (hasIsland && name === "script-src" && /^'sha256-[^']+'$/.test(value));
  const loose = [...directives].filter(([name, values]) =>
    values.some((value) => !isOwn(name, value)),
  );
  return [
    directives.get("default-src")?.join() !== "'none'" && "the policy allows what it does not name",
    directives.get("frame-ancestors")?.join() !== "'none'" && "the policy lets others frame us",
    loose.length > 0 && `the policy allows ${loose.flat(2).join(" ")}`,
  ].filter((fault) => fault !== false);
}
