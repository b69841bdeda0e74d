import { readFileSync } from "node:fs";
import { join } from "node:path";

import { readTaxonomy } from "#knowledge/taxonomy/taxonomy";

import { shiftsOf, overflowOf, unseenOn } from "./support/browser-facts";
import { contentFolder } from "./support/library";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

const taxonomy = readTaxonomy(
  readFileSync(join(contentFolder, "taxonomy.yaml"), "utf8"),
  "taxonomy.yaml",
);
const classes =
  taxonomy.kind === "read" ? taxonomy.value.families.flatMap((family) => family.classes) : [];

for (const { slug, name, means, aka } of classes) {
  test(`${slug} shows its meaning and every factor that bears it`, async ({
    readingOn: page,
    library,
  }) => {
    await page.goto(`/classes/${slug}`);
    expect(await shiftsOf(page), "layout shifts").toEqual([]);
    expect(await overflowOf(page)).toEqual({ pixels: 0, widest: "" });
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    expect(await unseenOn(page, [means, ...aka])).toEqual([]);

    const bearing = library.incidents.flatMap(({ slug: incident, document }) =>
      document.record.factors
        .filter((factor) => factor.classes.includes(slug))
        .map(({ statement }) => ({ incident, statement })),
    );
    expect(
      await unseenOn(
        page,
        bearing.map(({ statement }) => statement),
      ),
    ).toEqual([]);
    const links = await page
      .locator("main a")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
    const led = new Set(links.map((href) => href.split("#")[0]));
    expect(bearing.filter(({ incident }) => !led.has(`/incidents/${incident}`))).toEqual([]);
  });
}
