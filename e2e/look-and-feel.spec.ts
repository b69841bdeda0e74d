import { shiftsOf, overflowOf } from "./support/browser-facts";
import { incidents, pagesOfEachKind, refusals } from "./support/kinds";
import { longestOf } from "./support/library";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

const widths = [320, 390, 768, 1440, 1920];

test.describe("on a first visit, with no font there yet,", () => {
  // Chromium may show an optional font late on a machine that is busy with other things. A page that
  // moves by itself moves each time.
  test.describe.configure({ retries: 2 });

  for (const [kind, address] of Object.entries({ ...pagesOfEachKind, ...refusals })) {
    test(`${kind} fits every width and stands still`, async ({ page }) => {
      await page.goto(address);
      expect(await shiftsOf(page), "layout shifts").toEqual([]);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflowOf(page), `${width} px wide`).toEqual({ pixels: 0, widest: "" });
      }
    });
  }

  for (const width of [320, 768]) {
    test(`an incident that is opened ${width} px wide stands still`, async ({ page, library }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/incidents/${longestOf(library).slug}`);
      expect(await shiftsOf(page), "layout shifts").toEqual([]);
      expect(await overflowOf(page)).toEqual({ pixels: 0, widest: "" });
    });
  }
});

test("the page follows the system's light or dark, and the reader's choice outlives both", async ({
  page,
}) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`/incidents/${incidents.botManagement}`);
  const light = await paper();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await paper();
  expect(dark).not.toBe(light);

  await page.getByRole("combobox", { name: "Appearance" }).selectOption("Light");
  expect(await paper()).toBe(light);
  await page.goto("/incidents");
  expect(await paper(), "on the next page").toBe(light);
  await expect(page.getByRole("combobox", { name: "Appearance" })).toHaveValue("light");

  await page.getByRole("combobox", { name: "Appearance" }).selectOption("As the system");
  expect(await paper()).toBe(dark);
  expect(await page.context().cookies(), "no cookie for it").toEqual([]);
});

test("nothing moves for a reader who asked for that", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const address of [`/incidents/${incidents.botManagement}`, "/", "/classes"]) {
    await page.goto(address);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((element) => {
          const { animationName, animationDuration, transitionDuration, scrollBehavior } =
            getComputedStyle(element);
          const lasts = (text: string) =>
            text.split(",").some((part) => Number.parseFloat(part) > 0.01);
          return (
            (animationName !== "none" && lasts(animationDuration)) ||
            lasts(transitionDuration) ||
            scrollBehavior === "smooth"
          );
        })
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(moving, address).toEqual([]);
  }
});

test("fonts come from the app itself and weigh little", async ({ page }) => {
  const fonts: { url: string; bytes: number }[] = [];
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "font") return;
    fonts.push({ url: response.url(), bytes: (await response.body()).length });
  });
  await page.goto(`/incidents/${incidents.botManagement}`);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(200_000);
  // The first family of each text, and whether the browser has really loaded it.
  const shown = await page.evaluate(() => {
    const unquoted = (text: string) => text.replaceAll('"', "");
    return ["h1", "nav", "main p"].map((name) => {
      const element = document.querySelector(name);
      const [family = ""] = unquoted(element ? getComputedStyle(element).fontFamily : "").split(
        ",",
      );
      const face = [...document.fonts].find(
        (font) => unquoted(font.family) === family && font.status === "loaded",
      );
      return `${name}: ${face ? "our own" : family}`;
    });
  });
  expect(shown).toEqual(["h1: our own", "nav: our own", "main p: our own"]);
});
