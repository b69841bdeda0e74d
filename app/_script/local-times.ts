import { remember, remembered } from "./remembered";
import { entriesInZone, hedges, textInZone, type TimedEntry, type ZonedEntry } from "./zoned";

/**
 * A button `data-zone-choice` switches the entries of the timeline between UTC, as written, and the
 * reader's own zone, the date and the time of each together. It stays hidden from a reader whose
 * clocks showed UTC at all of these times. The drawing stays in UTC, and says so then.
 */
export function offerLocalTimes(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-zone-choice]");
  const times = [...document.querySelectorAll<HTMLTimeElement>(".timeline > li > .self time")];
  if (!button) return;
  const entries = times.map(entryOf);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  button.hidden = entries.every((entry) => !entry || textInZone(entry.text, zone) === entry.text);
  if (button.hidden) return;

  const put = switching(times, entriesInZone(entries, zone));
  const name = button.textContent;
  const label = document.querySelector("[data-zone]");
  const drawing = document.querySelector<HTMLElement>("[data-lane-zone]");
  const show = (local: boolean) => {
    button.textContent = local ? "Show in UTC" : name;
    if (label) label.textContent = local ? zone.replaceAll("_", " ") : "UTC";
    if (drawing) drawing.hidden = !local;
    put(local);
  };
  let isLocal = remembered("zone") === "own";
  if (isLocal) show(true);
  button.addEventListener("click", () => {
    isLocal = !isLocal;
    remember("zone", isLocal ? "own" : "");
    show(isLocal);
  });
}

function entryOf({ dataset: { moment: text, hedge: name } }: HTMLTimeElement): TimedEntry | null {
  const hedge = hedges.find((one) => one === name);
  return text === undefined || hedge === undefined ? null : { text, hedge };
}

/** Puts the entries as they read in the zone, or back as they were written. */
function switching(
  times: readonly HTMLTimeElement[],
  zoned: readonly (ZonedEntry | null)[],
): (local: boolean) => void {
  const rows = times.flatMap((time, index) => {
    const there = zoned[index];
    const day = time.previousElementSibling;
    if (!there) return [];
    const written = { words: time.textContent, day: day?.textContent, look: day?.className };
    const look = there.isSameDay ? "sr-only" : "day";
    return [
      { time, day, written, local: { words: there.words, day: `${there.day ?? ""} `, look } },
    ];
  });
  return (isLocal) => {
    for (const { time, day, written, local } of rows) {
      const now = isLocal ? local : written;
      time.textContent = now.words;
      if (!day) continue;
      day.textContent = now.day ?? "";
      day.className = now.look ?? "";
    }
  };
}
