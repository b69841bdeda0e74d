import type { finding } from "./finding";

type Finding = typeof finding;

/**
 * `/` puts the cursor into the page's search box, the last one if there are several; Ctrl K or Cmd K
 * opens the palette. What suggests and the palette are a script of their own, which is fetched from
 * `address` when somebody begins to look for something.
 */
export function offerSearching(address: string): void {
  let fetched: Promise<Finding> | undefined;
  const find = (use: (found: Finding) => void) => {
    const fetching = (fetched ??= fetchFinding(address));
    // Without it a box is a box still; the next time may succeed.
    fetching.then(use, () => (fetched = undefined));
  };
  const suggestFor = (target: EventTarget | null) => {
    if (!(target instanceof HTMLInputElement) || !target.matches("[data-search-box]")) return;
    find(({ suggestUnder }) => suggestUnder(target));
  };

  document.addEventListener("focusin", ({ target }) => suggestFor(target));
  suggestFor(document.activeElement);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      find(({ togglePalette }) => togglePalette());
    } else if (event.key === "/" && !isCommand && !isWriting(event.target)) {
      focusBox(event);
    }
  });
}

async function fetchFinding(address: string): Promise<Finding> {
  const fetched: { finding: Finding } = await import(address);
  return fetched.finding;
}

function focusBox(event: Event): void {
  const box = [...document.querySelectorAll<HTMLInputElement>("[data-search-box]")].at(-1);
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
