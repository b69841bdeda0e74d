import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { codeOf, type Fault, fault } from "./fault";

/**
 * Finds out whether a port can be listened on, before hours of work are spent on being ready for
 * it; port 0 stands for any, and the answer names one that is free.
 */
export async function freePort(
  host: string,
  port: number,
): Promise<{ kind: "free"; port: number } | Fault> {
  try {
    return { kind: "free", port: await (port === 0 ? anyPort(host) : listenOnce(host, port)) };
  } catch (error) {
    return portFault(error, host, port);
  }
}

/**
 * Ports below those that Linux, macOS and Windows give to connections which a program opens: one of
 * these could be taken by a connection while we get ready.
 */
const quietPorts = { first: 10_240, last: 32_767 } as const;
const tries = 20;

async function anyPort(host: string): Promise<number> {
  for (let tried = 0; tried < tries; tried += 1) {
    const port = randomInt(quietPorts.first, quietPorts.last + 1);
    try {
      return await listenOnce(host, port);
    } catch (error) {
      if (codeOf(error) !== "EADDRINUSE" && codeOf(error) !== "EACCES") throw error;
    }
  }
  return listenOnce(host, 0);
}

/** Says in a sentence why a port cannot be listened on. */
export function portFault(error: unknown, host: string, port: number): Fault {
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return fault(
        `Port ${port} is in use by another program: stop that, or choose another port: PORT=${port + 1} npm start`,
      );
    case "EACCES":
      return fault(`Port ${port} needs more rights than this account has: PORT=3000 npm start`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return fault(
        `HOST=${host} is no address of this machine: leave HOST out for this machine only, or use 0.0.0.0 for every network.`,
      );
    default:
      throw error;
  }
}

function listenOnce(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const trial = createServer();
    trial.once("error", reject);
    trial.listen({ host, port, exclusive: true }, () => {
      const address = trial.address();
      const chosen = typeof address === "object" && address ? address.port : port;
      trial.close(() => resolve(chosen));
    });
  });
}
