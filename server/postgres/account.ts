import { spawnSync } from "node:child_process";
import { type Stats, statSync } from "node:fs";
import { type Fault, fault } from "../fault";

/**
 * As whom PostgreSQL runs: as oneself, or, because it refuses to run as root, as another account.
 * That account may be unable to pass through the folders above ours (/root is closed to it);
 * where Linux allows it, PostgreSQL is then given the one capability that opens them.
 */
export type Account =
  | { kind: "oneself" }
  | { kind: "other"; name: string; uid: number; gid: number; capability: Capability | null };

/** Reading suffices; writing everywhere is what containers allow instead. */
type Capability = "dac_read_search" | "dac_override";

/** A program with its arguments, and as whom Node must start it. */
export type Command = { file: string; args: string[]; identity: { uid?: number; gid?: number } };

const CAPABILITIES: Capability[] = ["dac_read_search", "dac_override"];

/**
 * Chooses the account. `existing` is the folder of a cluster that is already there: whoever owns
 * that goes on owning it. `folders` are those that the account has to reach.
 */
export function chooseAccount(existing: string | null, folders: string[]): Account | Fault {
  const self = process.getuid?.();
  if (self === undefined) return { kind: "oneself" };
  const owner = existing === null ? null : statSync(existing);
  if (self === 0) return reaching(otherThanRoot(owner), folders);
  if (owner === null || owner.uid === self) return { kind: "oneself" };
  return fault(
    `${existing} belongs to another account (number ${owner.uid}), so its database cannot be started: start Hindsight as that account, or give the folder to yours with chown.`,
  );
}

/** How a program is started as an account. */
export function commandAs(account: Account, file: string, args: string[]): Command {
  if (account.kind === "oneself") return { file, args, identity: {} };
  const { uid, gid, capability } = account;
  if (capability === null) return { file, args, identity: { uid, gid } };
  const granted = `+${capability}`;
  return {
    file: "setpriv",
    args: [
      ["--reuid", String(uid), "--regid", String(gid), "--clear-groups"],
      // Else Linux overlooks the capability when initdb asks whether it may run “postgres”.
      ["--securebits", "+no_setuid_fixup"],
      ["--inh-caps", granted, "--ambient-caps", granted, file, args],
    ].flat(2),
    identity: {},
  };
}

type Identity = { name: string; uid: number; gid: number };

function otherThanRoot(owner: Stats | null): Identity | null {
  if (owner !== null && owner.uid !== 0) {
    return { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  }
  return accountNamed("postgres") ?? accountNamed("nobody");
}

function reaching(identity: Identity | null, folders: string[]): Account | Fault {
  if (identity === null) {
    return fault(
      "PostgreSQL refuses to run as root, and this machine has neither an account “postgres” nor “nobody”: start Hindsight as an ordinary account.",
    );
  }
  for (const capability of [null, ...CAPABILITIES]) {
    const account: Account = { kind: "other", ...identity, capability };
    if (folders.every((folder) => canEnter(account, folder))) return account;
  }
  return fault(
    `PostgreSQL refuses to run as root, and the account “${identity.name}” cannot reach ${folders.join(" or ")}: start Hindsight as an ordinary account, or from a folder that every account may pass through, such as /srv/hindsight.`,
  );
}

function canEnter(account: Account, folder: string): boolean {
  const { file, args, identity } = commandAs(account, "/bin/sh", ["-c", 'cd "$0"', folder]);
  return spawnSync(file, args, { ...identity, cwd: "/", stdio: "ignore" }).status === 0;
}

function accountNamed(name: string): Identity | null {
  const [uid = Number.NaN, gid = Number.NaN] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : Number.NaN;
  });
  return Number.isInteger(uid) && Number.isInteger(gid) ? { name, uid, gid } : null;
}
