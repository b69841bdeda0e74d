/**
 * Asks whether the database can be reached, once for all who want to know at a time. "No" is
 * believed for `patience` milliseconds: while it is away every reader would ask, and each question
 * takes as long as a connection that fails. A question that itself fails means no.
 */
export function remembered(
  ask: () => boolean | Promise<boolean>,
  patience = 1000,
): () => Promise<boolean> {
  let current: Promise<boolean> | undefined;
  const forget = () => (current = undefined);
  return () => {
    if (current === undefined) {
      current = reachable(ask);
      void current.then((yes) => (yes ? forget() : setTimeout(forget, patience).unref()));
    }
    return current;
  };
}

async function reachable(ask: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await ask();
  } catch {
    return false;
  }
}
