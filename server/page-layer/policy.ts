/** What a page needs allowed by hash, as the `'sha256-…'` sources of a policy. */
export type InlineHashes = { scripts: readonly string[]; styles: readonly string[] };

const NO_HASHES: InlineHashes = { scripts: [], styles: [] };

/** The Content-Security-Policy of a page: everything from our own host, inline only what is hashed. */
export function pagePolicy({ scripts, styles }: InlineHashes = NO_HASHES): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(" "),
    ["style-src 'self'", ...styles].join(" "),
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The policy of everything that is not a page: shown by itself, it may load and run nothing. */
export const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** The same for a picture that somebody put in: whatever it were taken for, it would have no origin. */
export const PICTURE_POLICY = `${FILE_POLICY}; sandbox`;

const DENIED_FEATURES = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "usb",
  "xr-spatial-tracking",
];

/**
 * The headers that every response carries, errors and redirects included, as a flat list of names
 * and values. Strict transport is promised only where the site is reached by https: over plain http
 * browsers ignore it, and on a machine of one's own it would lock out other services.
 */
export function everyResponse(publicUrl: URL): readonly string[] {
  const headers = [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", DENIED_FEATURES.map((feature) => `${feature}=()`).join(", ")],
  ];
  if (publicUrl.protocol === "https:") {
    headers.push(["Strict-Transport-Security", "max-age=31536000"]);
  }
  return headers.flat();
}
