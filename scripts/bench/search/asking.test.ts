import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";

import { chanceFrom } from "../chance";
import { askedByTurns, searchedAtOnce } from "./asking";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}`;
}

const paths = ["/a", "/b", "/c", "/d", "/e"];
const never = new AbortController().signal;

test("each path is asked once a round, in an order of its own, after what comes before a round", async () => {
  const heard: string[] = [];
  const origin = await serving((request, response) => {
    heard.push(request.url ?? "");
    response.end();
  });
  const answers = await askedByTurns({
    origin,
    paths,
    rounds: 3,
    chance: chanceFrom(3),
    beforeRound: () => Promise.resolve(heard.push("round")),
    stop: never,
  });
  expect(answers.map(({ path }) => path)).toEqual(paths);
  expect(answers.every(({ milliseconds }) => milliseconds.length === 3)).toBe(true);
  const rounds = heard.join("").split("round").slice(1);
  expect(rounds).toHaveLength(3);
  for (const round of rounds) {
    expect(round.split("/").slice(1).toSorted()).toEqual(["a", "b", "c", "d", "e"]);
  }
  expect(new Set(rounds).size).toBeGreaterThan(1);
});

test("the time goes on until the last byte has come", async () => {
  const origin = await serving((_request, response) => {
    response.write("begun");
    setTimeout(() => response.end(), 60);
  });
  const [answer] = await askedByTurns({
    origin,
    paths: ["/a"],
    rounds: 1,
    chance: chanceFrom(1),
    stop: never,
  });
  expect(answer?.milliseconds[0]).toBeGreaterThanOrEqual(55);
});

test("an answer that is none ends the measuring and is named", async () => {
  const origin = await serving((_request, response) => {
    response.writeHead(503).end();
  });
  const asking = { origin, paths, rounds: 1, chance: chanceFrom(1), stop: never };
  await expect(askedByTurns(asking)).rejects.toThrow(/\/[a-e] answers 503/);
});

test("many ask at once, and what goes wrong is counted by its reason", async () => {
  let [open, most] = [0, 0];
  const origin = await serving((request, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.writeHead(request.url === "/b" ? 500 : 200).end();
    }, 20);
  });
  const searched = await searchedAtOnce({
    origin,
    paths: ["/a", "/b"],
    searchers: 12,
    seconds: 0.5,
    chance: chanceFrom(1),
    stop: never,
  });
  expect(most).toBe(12);
  const failed = searched.failures.get("500") ?? 0;
  expect([...searched.failures.keys()]).toEqual(["500"]);
  expect(failed).toBeGreaterThan(searched.milliseconds.length / 4);
  expect(failed).toBeLessThan(searched.milliseconds.length);
  expect(searched.perSecond).toBeGreaterThan(20);
});
