import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";

import { paths } from "#app/paths";

import { crowdedReview } from "./crowded-review";
import { begin } from "./authored";
import { expect, test } from "./people";
import { browserOf, saved, stored } from "./writing";

interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture of one colour, which no other one has. */
async function picture(name: string, colour: string): Promise<PictureFile> {
  const create = { width: 240, height: 120, channels: 3, background: colour } as const;
  return { name, mimeType: "image/png", buffer: await sharp({ create }).png().toBuffer() };
}

/** Brings a file to an element as a paste or a drop does. */
async function bring(element: Locator, event: "paste" | "drop", file: PictureFile): Promise<void> {
  const { name, mimeType } = file;
  const base64 = file.buffer.toString("base64");
  await element.evaluate(
    (target, { kind, type, called, body }) => {
      const bytes = Uint8Array.from(atob(body), (letter) => letter.codePointAt(0) ?? 0);
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], called, { type }));
      const init = { bubbles: true, cancelable: true };
      const { x, y, height } = target.getBoundingClientRect();
      const at = { clientX: x + 40, clientY: y + height - 4 };
      target.dispatchEvent(
        kind === "paste"
          ? new ClipboardEvent("paste", { ...init, clipboardData: transfer })
          : new DragEvent("drop", { ...init, ...at, dataTransfer: transfer }),
      );
    },
    { kind: event, type: mimeType, called: name, body: base64 },
  );
}

/** A picture is there to its last pixel; it may be fetched only when somebody comes near it. */
async function expectShown(image: Locator): Promise<void> {
  await image.scrollIntoViewIfNeeded();
  await expect(image).toHaveJSProperty("naturalWidth", 240);
}

const asked = "What does this picture show, for who does not see it?";

/** How many pictures the story has, by its words for each. */
async function wordsIn(page: Page): Promise<(string | undefined)[]> {
  const text = (await page.getByRole("textbox", { name: "Background" }).innerText()).replaceAll(
    "\n",
    " ",
  );
  return [...text.matchAll(/!\[([^\]]*)\]\(files\/[0-9a-f]{64}\.webp\)/g)].map(
    ([, words]) => words,
  );
}

test("pictures come by button, paste and drop, with words, and go to readers", async ({
  browser,
  own,
  writers,
}) => {
  const { ann, ben } = writers;
  const { title, severity, started, summary, sources } = crowdedReview("").record;
  const organization = "Cloudflare";
  const factors = [{ id: "no-limit", role: "trigger", statement: "Nothing limits a flush" }].map(
    (factor) => ({ ...factor, classes: ["thundering-herd"], standing: "inferred" }),
  );
  const record = { title, organization, severity, started, summary, sources, factors };
  const story = "## Background\n\nFirst.\n\nLast.\n";
  const slug = await begin(ben, { record, story }, "full-review");
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  const background = page.getByRole("textbox", { name: "Background" });
  await expect(background).toHaveClass(/cm-content/);

  // By the button, as with a keyboard: it opens the chooser of files.
  await background.click();
  const button = page.getByRole("button", { name: "Picture in Background" });
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    button.focus().then(() => page.keyboard.press("Enter")),
  ]);
  await chooser.setFiles(await picture("button.png", "#1d4ed8"));
  await expect.poll(() => wordsIn(page)).toEqual([""]);
  await bring(background, "paste", await picture("paste.png", "#b91c1c"));
  await expect.poll(() => wordsIn(page)).toEqual(["", ""]);
  await bring(background, "drop", await picture("drop.png", "#13753a"));
  await expect.poll(() => wordsIn(page)).toEqual(["", "", ""]);

  // What each shows is asked for, and written into the text.
  const fields = page.getByLabel(asked);
  await expect(fields).toHaveCount(3);
  await expectShown(page.locator(".ed-pictures img").first());
  await fields.nth(1).fill("Reads of the database, four times as usual");
  expect(await wordsIn(page)).toContain("Reads of the database, four times as usual");
  await fields.nth(1).blur();
  await expect(fields).toHaveCount(2);
  await fields.first().fill("A blue square [1]");
  await expect(fields).toHaveCount(2);
  await fields.first().blur();
  await expect(fields).toHaveCount(1);
  await saved(page);

  // Readers would see them: in the preview beside the text, and on the page before publication.
  await page.getByRole("button", { name: "Preview of Background" }).click();
  const shown = page.locator(".ed-preview img");
  await expect(shown).toHaveCount(3);
  await expectShown(shown.first());
  await page.getByRole("link", { name: "Preview", exact: true }).click();
  await expectShown(page.getByRole("img", { name: "Reads of the database, four times as usual" }));

  const { version } = await stored(ben, slug);
  const response = await ben.asks.post(paths.apiOfReview(slug, "approval-requests"), {
    data: { version },
  });
  expect(response.status(), await response.text()).toBe(200);
  for (const [part, data] of [
    ["assessments", { revision: 1, assessment: "approved" }],
    ["publications", { revision: 1, as: "flush-with-pictures" }],
  ] as const) {
    const done = await ann.asks.post(paths.apiOfReview(slug, part), { data });
    expect(done.status(), await done.text()).toBe(200);
  }
  const reader = await browser.newPage({ baseURL: own.url });
  await reader.goto(paths.incident("flush-with-pictures"));
  await expectShown(
    reader.getByRole("img", { name: "Reads of the database, four times as usual" }),
  );
  await expect(reader.getByRole("img", { name: "A blue square [1]" })).toBeVisible();
  for (const side of ["width", "height"]) {
    await expect(reader.locator(".story img").first()).toHaveAttribute(side, /^[1-9]\d*$/);
  }
  await reader.close();
  await context.close();
});

test("what cannot be shown is refused in words, and nothing of it is in the text", async ({
  browser,
  own,
  writers,
}) => {
  const { ben } = writers;
  const slug = await begin(ben, { record: {}, story: "## Background\n\nHere.\n" }, "full-review");
  const context = await browserOf(browser, own.url, ben, [413, 415, 422]);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  const background = page.getByRole("textbox", { name: "Background" });
  await expect(background).toHaveClass(/cm-content/);
  const chooser = page.getByLabel("Files of pictures for Background");
  const good = await picture("good.png", "#0f766e");
  const text = Buffer.from("not a picture at all");
  const refused = [
    [{ ...good, name: "large.png", buffer: Buffer.alloc(8_500_000, 7) }, /larger than 8 MB/],
    [{ ...good, name: "note.txt", mimeType: "text/plain", buffer: text }, /this is none/],
    [{ ...good, name: "called.png", buffer: text }, /this is none/],
    [{ ...good, name: "cut.png", buffer: good.buffer.subarray(0, -20) }, /ends before/],
  ] as const;
  for (const [file, why] of refused) {
    await chooser.setInputFiles(file);
    const said = page.getByRole("alert").filter({ hasText: file.name });
    await expect(said).toHaveText(why);
  }
  // Of several each one has its own answer, and the good one is taken.
  await chooser.setInputFiles([refused[3][0], good]);
  await expect.poll(() => wordsIn(page)).toEqual([""]);
  await expect(page.getByRole("alert").filter({ hasText: "cut.png" })).toBeVisible();
  await saved(page);

  // A picture without words is reminded of, now and when it is opened again.
  await expect(page.getByLabel(asked)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(asked)).toBeVisible();
  const { document } = await stored(ben, slug);
  expect(document.story.match(/!\[\]/g)).toHaveLength(1);
  await context.close();
});

test("a picture that takes long goes where it was put, in the document as text too", async ({
  browser,
  own,
  writers,
}) => {
  const { ben } = writers;
  const story = "## Background\n\nFirst.\n\n## Recovery\n\nLast.\n";
  const slug = await begin(ben, { record: {}, story }, "full-review");
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(`**${paths.apiOfReview(slug, "pictures")}`, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(paths.review(slug));
  const background = page.getByRole("textbox", { name: "Background" });
  await expect(background).toHaveClass(/cm-content/);
  await background.click();
  await bring(background, "paste", await picture("slow.png", "#7c3aed"));
  await expect(background).toContainText("being-sent/");
  await page.getByRole("textbox", { name: "Recovery" }).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" All was well.");
  await saved(page);
  expect((await stored(ben, slug)).document.story).toBe(
    "## Background\n\nFirst.\n\n## Recovery\n\nLast. All was well.\n",
  );

  // It comes while its field is not there, and stands where it was put.
  await page.getByRole("button", { name: "As text" }).click();
  const whole = page.getByLabel("The whole document");
  await expect(whole).toHaveValue(/First\.\n\n!\[\]\(being-sent\//);
  letGo();
  await expect(whole).toHaveValue(/First\.\n\n!\[\]\(files\/[0-9a-f]{64}\.webp\)\n+## Recovery/);
  await saved(page);
  expect((await stored(ben, slug)).document.story).toMatch(/First\.\n\n!\[\]\(files\//);
  await context.close();
});
