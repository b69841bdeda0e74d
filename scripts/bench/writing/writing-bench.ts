import { mkdir } from "node:fs/promises";
import { loadavg } from "node:os";

import { chromium, type Browser, type Locator, type Page } from "@playwright/test";

import type { IncidentDocument } from "#knowledge/incident/document";
import { writeDocument } from "#knowledge/incident/write-document";
import { readContent } from "#knowledge/library/read-content";
import { splitStory } from "#knowledge/review/story-section";
import { contentFolder } from "#server/project";

import { findOrInstallChromium } from "../../chromium.mjs";
import { chanceFrom, type Chance } from "../chance";
import { machine, withOwnSite } from "../own-site";
import { print } from "../print";
import { withOwnPostgres } from "../temporary-database";
import { withTemporaryFolder } from "../temporary-folder";
import { bareCodeMirror, bareTextarea } from "./bare-pages";
import { keyWork, longTasks, typedThread, workerAnswers, type Work } from "./keystrokes";
import { longReview } from "./long-review";
import { beginReview, settled, signUp } from "./open-review";
import { scriptsOf, weighedScripts } from "./page-scripts";
import { checksInWords, keysInWords, longTask, type Typed } from "./report";
import { goIntoText, keptAt, recorded, typeLetters } from "./typing";
import type { WritingBenchRequest } from "./writing-request";

const seed = 7;
const headings = ["Background", "Response", "Recovery", "Telling others"];
/** Openings of the review, each of which checks the whole of it. */
const openings = 3;

/**
 * Measures and prints what a key costs on the page's thread while one writes a long review, with the
 * check and the saving under way, beside bare fields in the same browser; what the check takes in its
 * worker; and the scripts of the page. The server, its database and the browser are gone afterwards,
 * also when it is stopped; it then rejects.
 */
export async function benchWriting(request: WritingBenchRequest, stop: AbortSignal): Promise<void> {
  const found = await findOrInstallChromium();
  if ("fault" in found) throw new Error(found.fault);
  const document = await reviewOf(request.bytes);
  print(machine());
  if (request.traces !== null) await mkdir(request.traces, { recursive: true });
  await withTemporaryFolder((folder) =>
    withOwnPostgres(folder, ({ url: databaseUrl }) =>
      withOwnSite({ databaseUrl, folder, processes: 1, stop }, async ([origin = ""]) => {
        const browser = await chromium.launch({
          executablePath: found.path,
          args: ["--no-sandbox", "--disable-background-networking", "--no-first-run"],
        });
        const close = () => void browser.close();
        stop.addEventListener("abort", close);
        try {
          await measured({ ...request, browser, origin, databaseUrl, document });
        } finally {
          stop.removeEventListener("abort", close);
          await browser.close();
        }
      }),
    ),
  );
}

async function reviewOf(bytes: number): Promise<IncidentDocument> {
  const read = await readContent(contentFolder);
  if (read.kind === "faulty") throw new Error("the shipped content has faults: hindsight check");
  const { incidents, families } = read.content;
  const records = incidents.map(({ document }) => document.record);
  const classes = families.flatMap((family) => family.classes.map(({ slug }) => slug));
  return longReview({ records, classes, headings, chance: chanceFrom(seed) }, bytes);
}

interface Measuring extends WritingBenchRequest {
  readonly browser: Browser;
  readonly origin: string;
  readonly databaseUrl: string;
  readonly document: IncidentDocument;
}

async function measured(measuring: Measuring): Promise<void> {
  const { browser, origin, databaseUrl, document, traces } = measuring;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signUp(page, origin, databaseUrl);
  const address = await beginReview(context, origin, document);
  const scripts = scriptsOf(page);
  const whole: Work[] = [];
  const opened: number[] = [];
  for (let opening = 0; opening < openings; opening += 1) {
    const threads = await recorded(browser, page, {
      keep: keptAt(traces, `opening ${"i".repeat(opening + 1)}`),
      work: async () => {
        await page.goto(address);
        await settled(page);
      },
    });
    whole.push(...workerAnswers(threads));
    opened.push(...threads.filter(isPage).flatMap((thread) => longTasks(thread, longTask)));
  }
  print(inWords(document, browser));
  print(
    `  Opening it ${openings} times: ${opened.length} tasks over ${longTask} ms on its thread.`,
  );

  const before = loadavg()[0] ?? 0;
  const typed: Typed[] = [];
  const chance = chanceFrom(seed);
  for (const field of fieldsOf(document, page))
    typed.push(await typedInto(field, measuring, chance));
  await context.close();
  typed.push(...(await typedBare(measuring, chance)));
  const load = `load ${before.toFixed(1)} to ${(loadavg()[0] ?? 0).toFixed(1)}`;
  print(`\nWork of a key on the page's thread until its frame is handed over, ms (${load};`);
  print(
    "CPU is the part of it in which the thread had a processor; a busy machine takes the rest):",
  );
  print(keysInWords(typed));
  print("\nThe language check, in a worker beside the page's thread, ms:");
  print(checksInWords(whole, typed));
  print("\nScripts that the page has loaded, workers included:");
  print(await weighedScripts(scripts));
}

function isPage({ name }: { readonly name: string }): boolean {
  return name === "CrRendererMain";
}

function inWords(document: IncidentDocument, browser: Browser): string {
  const { timeline, factors, sources, actions } = document.record;
  const bytes = Buffer.byteLength(writeDocument(document));
  const rows = `${timeline.length} entries, ${factors.length} factors, ${sources.length} sources, ${actions.length} actions`;
  return `\nA review of ${(bytes / 1_000).toFixed(0)} kB with ${rows}, in Chromium ${browser.version()}.`;
}

interface Field {
  readonly where: string;
  readonly isBare: boolean;
  readonly field: Locator;
}

/** Where is typed: a field of each kind, in the middle of what there is. */
function fieldsOf({ record }: IncidentDocument, page: Page): Field[] {
  const entry = record.timeline[Math.floor(record.timeline.length / 2)]?.id ?? "";
  const factor = record.factors[Math.floor(record.factors.length / 2)]?.id ?? "";
  const places = [
    ["a section of the story", `.cm-content[data-place="story.1"]`],
    ["an entry of the timeline", `[data-place="timeline.${entry}.text"]`],
    ["the summary", `[data-place="summary"]`],
    ["a factor's statement", `[data-place="factors.${factor}.statement"]`],
  ] as const;
  return places.map(([where, place]) => ({ where, isBare: false, field: page.locator(place) }));
}

async function typedInto(
  { where, isBare, field }: Field,
  { browser, letters, traces }: Measuring,
  chance: Chance,
): Promise<Typed> {
  print(`  Typing into ${where} …`);
  const page = field.page();
  await goIntoText(field);
  await page.waitForTimeout(1_500);
  const threads = await recorded(browser, page, {
    keep: keptAt(traces, where),
    work: async () => {
      await typeLetters(page, letters, chance);
      // What the last pause sets off belongs to it.
      await page.waitForTimeout(3_000);
    },
  });
  const thread = typedThread(threads);
  if (!thread) throw new Error(`no key arrived in ${where}`);
  return {
    where,
    isBare,
    keys: keyWork(thread),
    long: longTasks(thread, longTask),
    checks: workerAnswers(threads),
  };
}

/** The same letters into fields with nothing around them, which hold the same texts. */
async function typedBare(measuring: Measuring, chance: Chance): Promise<Typed[]> {
  const { record, story } = measuring.document;
  const page = await measuring.browser.newPage({ viewport: { width: 1440, height: 900 } });
  const section = splitStory(story)[1]?.body ?? "";
  const entry = record.timeline[Math.floor(record.timeline.length / 2)]?.text ?? "";
  const editor = await bareCodeMirror(page, section);
  const ofEditor = { where: "CodeMirror alone, that section", isBare: true, field: editor };
  const first = await typedInto(ofEditor, measuring, chance);
  const area = await bareTextarea(page, entry);
  const ofArea = { where: "a textarea alone, that entry", isBare: true, field: area };
  return [first, await typedInto(ofArea, measuring, chance)];
}
