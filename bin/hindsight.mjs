#!/usr/bin/env node
// The command line. Plain JavaScript with Node's own modules, because it runs before anything is
// installed: it checks Node, installs what is missing, and hands over to the TypeScript of a verb.

// Old versions of Node must be able to read this file in order to be told that they are too old:
// nothing newer than ES2020 here, and no import before the check.
const [major, minor] = process.versions.node.split(".").map(Number);
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24)) {
  process.stderr.write(
    `Hindsight needs Node 20.19, 22.12, 24 or later, and this is ${process.version}: see https://nodejs.org for a newer one.\n`,
  );
  process.exit(1);
}

const VERBS = {
  start: "bring everything up and serve (what npm start does)",
  dev: "the same for developers: changes to the code show at once",
  import: "read the content files into the database (--dry-run shows the plan only)",
  export: "write the published documents out as content files",
  check:
    "say what is wrong with the content files (--fix brings them into our style), or with --language FILE… which words blame",
  read: "say what is understood of other people's post-mortems (FILE…), one JSON line each; changes nothing",
  "reset-link": "make a link for a forgotten password (E-MAIL)",
  rebuild: "make the tables for reading anew from the published documents",
  bench: "measure how fast pages are served and content is imported, or (bench search) found",
};

// Verbs that need no database, and print nothing but their answer.
const WITHOUT_DATABASE = ["read"];

const [verb = "help", ...args] = process.argv.slice(2);
if (["help", "--help", "-h"].includes(verb)) {
  process.stdout.write(`${usage()}\n`);
} else if (!Object.hasOwn(VERBS, verb)) {
  process.stderr.write(`There is no “hindsight ${verb}”.\n\n${usage()}\n`);
  process.exitCode = 1;
} else {
  process.exit(await run(verb, args));
}

async function run(name, rest) {
  const { installWhatIsMissing } = await import("../scripts/install.mjs");
  const fault = await installWhatIsMissing({ development: name === "bench" });
  if (fault) {
    process.stderr.write(`${fault}\n`);
    return 1;
  }
  process.env.NODE_ENV = name === "dev" ? "development" : "production";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  const { register } = await import("tsx/esm/api");
  register();
  if (!WITHOUT_DATABASE.includes(name)) {
    const { prepare } = await import("../server/prepare.ts");
    const refused = await prepare();
    if (refused !== null) return refused;
  }
  const loaded = await import(`../server/verbs/${name}.ts`);
  return loaded.run(rest);
}

function usage() {
  const lines = Object.entries(VERBS).map(([name, does]) => `  ${name.padEnd(9)}${does}`);
  return [
    "hindsight <verb>, or npx hindsight <verb>",
    "",
    ...lines,
    "",
    "Settings (environment): PORT, HOST, PUBLIC_URL, DATABASE_URL, DATA_DIR, SECRET; see the README.",
  ].join("\n");
}
