import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import type { NextConfig } from "next";

/** Where a built browser script is served, with a hash so that it may be kept for ever. */
function scriptAddress(name: string): string {
  const built = path.join(import.meta.dirname, "public/assets", name);
  if (!existsSync(built)) return `/assets/${name}`;
  const hash = createHash("sha256").update(readFileSync(built)).digest("base64url").slice(0, 12);
  return `/assets/${name}?v=${hash}`;
}

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The page layer in front of Next compresses each page once, with brotli too.
  compress: false,
  images: { unoptimized: true },
  // `npm test` checks the types of the whole tree; who only starts the site need not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  agentRules: false,
  experimental: { agentUpgrade: false },
  // The twins of a page have its address and an ending; a folder's name cannot be half a parameter.
  rewrites: () =>
    Promise.resolve([
      { source: "/incidents/:slug.md", destination: "/incidents/:slug/markdown" },
      { source: "/incidents/:slug.json", destination: "/incidents/:slug/json" },
      {
        source: String.raw`/incidents/:slug/history/:number(\d+).md`,
        destination: "/incidents/:slug/history/:number/markdown",
      },
      {
        source: String.raw`/incidents/:slug/history/:number(\d+).json`,
        destination: "/incidents/:slug/history/:number/json",
      },
      { source: "/classes/:slug.md", destination: "/classes/:slug/markdown" },
      { source: "/classes/:slug.json", destination: "/classes/:slug/json" },
      { source: String.raw`/sitemap-:part(\d+).xml`, destination: "/sitemap/:part" },
    ]),
  // What people and browsers ask for of their own accord.
  redirects: () =>
    Promise.resolve([
      { source: "/favicon.ico", destination: "/icon.svg", permanent: true },
      // Where a document's file says that a picture lies beside it.
      {
        source: "/incidents/files/:name([0-9a-f]{64}\\.webp)",
        destination: "/files/:name",
        permanent: true,
      },
      { source: "/organisations", destination: "/organizations", permanent: true },
      { source: "/organisations/:slug", destination: "/organizations/:slug", permanent: true },
      { source: "/sectors", destination: "/organizations#sectors", permanent: true },
    ]),
  env: {
    LANGUAGE_SCRIPT: scriptAddress("language.js"),
    FINDING_SCRIPT: scriptAddress("finding.js"),
    READING_SCRIPT: scriptAddress("reading.js"),
    READER_SCRIPT: scriptAddress("reader.js"),
    THEME_SCRIPT: scriptAddress("theme.js"),
  },
};

export default config;
