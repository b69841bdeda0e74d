/** As many requests as keep the server busy while answers are on their way. */
const atOnce = 6;

/** Does something with each of these, a few at a time, in their order. */
export async function fewAtOnce<One>(
  all: Iterable<One>,
  work: (one: One) => Promise<void>,
): Promise<void> {
  // Each takes the next one from the same queue.
  const queue = [...all].values();
  const inTurn = async () => {
    for (const one of queue) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, inTurn));
}
