import { paths } from "#app/paths";

import { expect, test } from "./people";
import { browserOf } from "./writing";

const elsewhere = `# Reads were slow

**Authors:** Jane Doe

**Impact:** Reads waited for a minute.

**Resolution:** The cache was warmed.

## Timeline

- 14:05 a flush begins
- 14:10 Jane Doe looks
- 14:30 outage ends
`;

const sheet = "Time,Event\n2026-11-14 09:02,Alert fires\n2026-11-14 09:40,It is rolled back\n";

test("a review from elsewhere is taken over, and everything in it is told of", async ({
  browser,
  own,
  writers: { ann },
}) => {
  const context = await browserOf(browser, own.url, ann);
  const page = await context.newPage();
  await page.goto(paths.importReview());
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText("There is nothing to read yet")).toBeVisible();
  await expect(page.getByLabel("Text")).toBeFocused();

  // What is no text is refused by what it is, whatever its name.
  const file = {
    name: "review.md",
    mimeType: "text/markdown",
    buffer: Buffer.from("%PDF-1.7\n%\0"),
  };
  await page.getByLabel("or files").setInputFiles(file);
  await expect(page.getByText("This is a PDF. Open it, copy its text and paste it")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);

  // Rows of a sheet are shown at once, and say what they wait for.
  const rows = { name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from(sheet) };
  await page.getByLabel("or files").setInputFiles(rows);
  await expect(page.getByRole("cell", { name: "2026-11-14 09:02" })).toBeVisible();
  await page.getByRole("link", { name: "say in which zone they are" }).click();
  await expect(page.getByLabel("Zone of times")).toBeInViewport();

  await page.getByLabel("Text").fill(elsewhere);
  await page.getByRole("button", { name: "Read it" }).click();
  const incident = page.getByRole("article");
  await expect(incident).toContainText("Nothing says the date of “14:05”.");
  await expect(incident).toContainText("Resolution → the text (line 7)");

  // What is no zone and no day is refused where it stands, and nothing is read with it.
  const [zone, day] = [page.getByLabel("Zone of times"), page.getByLabel("Day of times")];
  await zone.fill("Mars/Base");
  await day.fill("last tuesday");
  await page.getByRole("button", { name: "Read again with these" }).click();
  await expect(page.getByText("“Mars/Base” is not a zone that is known here.")).toBeVisible();
  await expect(page.getByText("“last tuesday” is not a day.")).toBeVisible();
  await expect(zone).toHaveValue("Mars/Base");
  await expect(incident).toContainText("Nothing says the date");

  await zone.fill("UTC");
  await day.fill("21 Nov 2026");
  await page.getByRole("button", { name: "Read again with these" }).click();
  await expect(page.getByText("Read as 2026-11-21.").first()).toBeVisible();
  await expect(incident).not.toContainText("Nothing says the date");
  await expect(incident).toContainText("“outage ends” → Harm ended (line 13)");
  await expect(incident).toContainText("“Jane Doe” (line 12)");
  await incident.getByRole("button", { name: "Make a draft of it" }).click();
  await expect(page.getByRole("textbox", { name: "Title" }).first()).toHaveValue("Reads were slow");
  await expect(page.getByRole("textbox", { name: "Harm ended" })).toHaveValue("2026-11-21 14:30Z");
  await context.close();
});
