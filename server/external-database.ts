import { Client } from "pg";
import { z } from "zod";
import { codeOf, type Fault, fault, messageOf } from "./fault";

/** The oldest PostgreSQL that the statements and constraints are written for. */
const OLDEST = 15;

const Answer = z.tuple([
  z.object({ version: z.coerce.number(), standby: z.boolean(), mayCreate: z.boolean() }),
]);

/**
 * Finds out whether the PostgreSQL that `DATABASE_URL` names can be used, and says in one
 * sentence why not. The password is never part of that sentence.
 */
export async function examineDatabase(url: string): Promise<{ kind: "usable" } | Fault> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int / 10000 AS "version",
              pg_is_in_recovery() AS "standby",
              has_schema_privilege(current_schema(), 'CREATE') AS "mayCreate"`,
    );
    const [{ version, standby, mayCreate }] = Answer.parse(rows);
    return unfitness(version, standby, mayCreate, client) ?? { kind: "usable" };
  } catch (error) {
    return connectionFault(error, client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function unfitness(
  version: number,
  standby: boolean,
  mayCreate: boolean,
  client: Client,
): Fault | null {
  const where = `${client.host}:${client.port}`;
  if (version < OLDEST) {
    return fault(
      `The PostgreSQL at ${where} is version ${version}, and Hindsight needs ${OLDEST} or later: upgrade it, point DATABASE_URL at a newer one, or leave DATABASE_URL out to use the embedded one.`,
    );
  }
  if (standby) {
    return fault(
      `The PostgreSQL at ${where} is a read-only standby: point DATABASE_URL at its primary.`,
    );
  }
  if (mayCreate) return null;
  return fault(
    `The user “${client.user}” may not create tables in the database “${client.database}” at ${where}: make that user the database's owner (ALTER DATABASE … OWNER TO …).`,
  );
}

/** What a person is to do about an error, by the code that Node or PostgreSQL gave it. */
const KNOWN_FAULTS: Record<string, (at: Place) => string> = {
  ECONNREFUSED: ({ where }) =>
    `No PostgreSQL answers at ${where}: start it, or correct host and port in DATABASE_URL.`,
  ENOTFOUND: ({ host }) => `There is no host “${host}”: correct DATABASE_URL.`,
  EAI_AGAIN: ({ host }) =>
    `The host “${host}” cannot be looked up: check the network, or correct DATABASE_URL.`,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  "28P01": refused,
  "28000": refused,
  "3D000": ({ where, database }) =>
    `The PostgreSQL at ${where} has no database “${database}”: create it (createdb ${database}), or correct the name at the end of DATABASE_URL.`,
  "53300": ({ where }) =>
    `The PostgreSQL at ${where} accepts no more connections: raise its max_connections, or end some.`,
  "57P03": ({ where }) =>
    `The PostgreSQL at ${where} is just starting or stopping: try again in a moment.`,
};

type Place = { where: string; host: string; user: string; database: string };

function unreachable({ where }: Place): string {
  return `${where} cannot be reached: check the network, or correct DATABASE_URL.`;
}

function refused({ where, user }: Place): string {
  return `The PostgreSQL at ${where} refused the user “${user}” or the password: correct them in DATABASE_URL (special characters as %XX).`;
}

function connectionFault(error: unknown, client: Client): Fault {
  const { host, port, user = "", database = "" } = client;
  const place: Place = { where: `${host}:${port}`, host, user, database };
  const known = KNOWN_FAULTS[codeOf(error)];
  return known ? fault(known(place)) : otherFault(messageOf(error), place);
}

function otherFault(message: string, { where, user }: Place): Fault {
  if (/password must be a string|no password/i.test(message)) {
    return fault(
      `The PostgreSQL at ${where} wants a password for “${user}”: add it to DATABASE_URL.`,
    );
  }
  if (/SSL|certificate/i.test(message)) {
    return fault(
      `The PostgreSQL at ${where} and DATABASE_URL disagree about encryption (${message}): set or leave out ?sslmode=… there.`,
    );
  }
  if (/timeout/i.test(message)) {
    return fault(
      `${where} did not answer within ten seconds: check the network, or correct DATABASE_URL.`,
    );
  }
  return fault(`The PostgreSQL at ${where} cannot be used: ${message}. Correct DATABASE_URL.`);
}
