import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { test, type BrowserContext, type Page } from "@playwright/test";

import { project, serve, setUpLink } from "../own-server/own-server";
import { heldAfter, writeOn, type Written } from "./writing";

/** How often each is tried, and for how long the network is cut, in seconds. */
const times = Number(process.env.KILL_TIMES ?? 1);
const cut = Number(process.env.KILL_CUT ?? 5);

type Served = Awaited<ReturnType<typeof serve>>;

const password = "four plain words here";
const table: string[] = [];

test.setTimeout(240_000);

let folder: string;
let served: Served;
let port: number;
let state: Awaited<ReturnType<BrowserContext["storageState"]>>;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), "hindsight-killed-"));
  served = await serve(project, folder);
  port = Number(new URL(served.url).port);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(await setUpLink(served.said));
  await page.getByLabel("Name").fill("Ada Admin");
  await page.getByLabel("E-mail").fill("ada@example.org");
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set up" }).click();
  await page.waitForURL("**/settings/people");
  state = await context.storageState();
  await context.close();
});

test.afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(
    `\n${["what was killed          lost (ms typed)  saves  confirmed and there", ...table].join("\n")}\n`,
  );
});

/** A person who has begun a review. */
async function author(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${served.url}/write`);
  await page.getByRole("button", { name: "Begin: Short review" }).click();
  await page.waitForURL(/\/write\/draft-/);
  await page.locator(".ed-status", { hasText: /^Saved/ }).waitFor();
  return page;
}

function postgres(): number {
  return Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

interface Killing {
  readonly name: string;
  /** Does the harm, and undoes it as far as the world would. */
  readonly strike: (page: Page, context: BrowserContext, written: Written) => Promise<void>;
  /** Whether the tab lives on. */
  readonly lives: boolean;
}

const killings: readonly Killing[] = [
  {
    name: "the tab, in mid-sentence",
    lives: false,
    strike: async (page, context) => {
      const devtools = await context.newCDPSession(page);
      // It never answers: the tab is gone.
      void devtools.send("Page.crash").catch(() => undefined);
      await page.waitForEvent("crash");
    },
  },
  {
    name: "the server, in mid-save",
    lives: true,
    strike: async (_page, _context, written) => {
      await written.savingNow();
      await served.kill();
      served = await serve(project, folder, port);
    },
  },
  {
    name: "PostgreSQL, in mid-save",
    lives: true,
    strike: async (page, _context, written) => {
      await written.savingNow();
      process.kill(postgres(), "SIGKILL");
      await page.waitForTimeout(3_000);
    },
  },
  {
    name: "the network",
    lives: true,
    strike: async (page, context) => {
      await context.setOffline(true);
      await page.waitForTimeout(cut * 1_000);
      await context.setOffline(false);
    },
  },
];

for (const { name, strike, lives } of killings) {
  for (let time = 1; time <= times; time += 1) {
    test(`${name} is killed, and nothing is lost (${time})`, async ({ browser }) => {
      const context = await browser.newContext({ storageState: state, baseURL: served.url });
      const page = await author(context);
      const written = await writeOn(page, 4_000 + 137 * time);
      const struckAt = Date.now();
      await strike(page, context, written);
      written.stop();
      const held = await heldAfter(page, written, struckAt, lives);
      table.push(
        `${name.padEnd(25)}${String(held.lost).padStart(15)}${String(held.saves).padStart(7)}  ${held.confirmed}`,
      );
      await context.close();
    });
  }
}
