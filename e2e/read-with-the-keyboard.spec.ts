import { incidents } from "./support/kinds";
import { expect, test } from "./support/test";

const incident = `/incidents/${incidents.botManagement}`;

test("the first key leads past the navigation to the text", async ({ page }) => {
  await page.goto(incident);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});

test("tabbing goes through an incident in the order in which it is read, and shows where it is", async ({
  page,
}) => {
  // Else the page would still be gliding to where the focus is.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(incident);
  const stops: { path: string; outlined: boolean; visible: boolean }[] = [];
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(stopOfFocus);
    if (stop === null) break;
    stops.push(stop);
  }
  expect(stops.length).toBeGreaterThan(30);
  expect(
    stops.filter(({ outlined }) => !outlined).map(({ path }) => path),
    "without a ring",
  ).toEqual([]);
  expect(
    stops.filter(({ visible }) => !visible).map(({ path }) => path),
    "out of sight",
  ).toEqual([]);
  const all = await page.evaluate(reachable);
  const reached = new Set(stops.map(({ path }) => path));
  expect(
    all.filter((path) => !reached.has(path)),
    "never reached",
  ).toEqual([]);
  // In the order of the document: no positive tabindex, no trap.
  expect(stops.map(({ path }) => path)).toEqual(all.filter((path) => reached.has(path)));
});

test("“/” goes to the search box, and is a letter inside it", async ({ page }) => {
  await page.goto(incident);
  await page.keyboard.press("/");
  const box = page.getByLabel("Search incidents");
  await expect(box).toBeFocused();
  await page.keyboard.type("a/b");
  await expect(box).toHaveValue("a/b");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=a%2Fb$/);
});

test("a term is explained when it gets the focus, and Escape puts that away", async ({ page }) => {
  await page.goto(`/incidents/${incidents.channelFile}`);
  const term = page.locator("a.term").first();
  await term.focus();
  const note = page.getByRole("tooltip");
  await expect(note).toBeVisible();
  await expect(note).toBeInViewport();
  expect((await note.innerText()).length).toBeGreaterThan(30);
  await expect(term).toHaveAccessibleDescription(/\w+ \w+/);
  await page.keyboard.press("Escape");
  await expect(note).toBeHidden();
  await expect(term).toBeFocused();
});

test("a term is explained on hover, for as long as one points at it or its explanation", async ({
  page,
}) => {
  await page.goto(`/incidents/${incidents.channelFile}`);
  const term = page.locator("a.term").first();
  await term.hover();
  const note = page.getByRole("tooltip");
  await expect(note).toBeVisible();
  await note.hover();
  await page.waitForTimeout(500);
  await expect(note).toBeVisible();
  await page.mouse.move(2, 2);
  await expect(note).toBeHidden();
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("a tap on a term explains it and leads on to the glossary", async ({ page }) => {
    await page.goto(`/incidents/${incidents.channelFile}`);
    await page.locator("a.term").first().tap();
    const note = page.getByRole("tooltip");
    await expect(note).toBeVisible();
    await expect(page).toHaveURL(/channel-file-291$/);
    await note.getByRole("link", { name: "In the glossary" }).tap();
    await expect(page).toHaveURL(/\/glossary\//);
  });
});

test("times can be read in one's own zone, and that is remembered", async ({ page }) => {
  await page.goto(incident);
  const trigger = page.locator("#event-network-begins-to-fail");
  await expect(trigger).toContainText("11:20");
  await page.getByRole("button", { name: "Show in my time zone" }).press("Enter");
  await expect(trigger).toContainText("16:50");
  await expect(page.getByText(/^Times in Asia\/(Kolkata|Calcutta)$/)).toBeVisible();
  await expect(page.getByText("The drawing is in UTC.")).toBeVisible();
  await page.reload();
  await expect(trigger).toContainText("16:50");
  await page.getByRole("button", { name: "Show in UTC" }).press("Enter");
  await expect(trigger).toContainText("11:20");
});

test("the filters are worked from the keyboard alone", async ({ page }) => {
  await page.goto("/incidents");
  await page.getByRole("link", { name: /^Critical/ }).press("Enter");
  await expect(page).toHaveURL(/severity=critical/);
  await expect(page.getByRole("list", { name: "Filters in use" })).toContainText(/critical/i);
});

/** Where the focus is, as a path of positions; null when it has left the page. */
function stopOfFocus() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const parts: number[] = [];
  for (let at: Element | null = element; at?.parentElement; at = at.parentElement) {
    parts.unshift([...at.parentElement.children].indexOf(at));
  }
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    path: `${parts.join(".")} ${element.localName} ${element.getAttribute("href") ?? ""}`,
    outlined: style.outlineStyle !== "none" || style.boxShadow !== "none",
    visible: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  };
}

/** Everything on the page that a keyboard should reach, in the order of the document. */
function reachable() {
  const selector = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  return [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.closest("[popover]") && element.getAttribute("tabindex") !== "-1")
    .map((element) => {
      const parts: number[] = [];
      for (let at: Element | null = element; at?.parentElement; at = at.parentElement) {
        parts.unshift([...at.parentElement.children].indexOf(at));
      }
      return `${parts.join(".")} ${element.localName} ${element.getAttribute("href") ?? ""}`;
    });
}
