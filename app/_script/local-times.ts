import { remember, remembered } from "./remembered";

/**
 * A button `data-zone-choice` switches the times of the page between UTC, as written, and the
 * reader's own zone. Only times that are given to the minute can be switched; a bare date is a
 * date in UTC in every zone.
 */
export function offerLocalTimes(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-zone-choice]");
  const times = [...document.querySelectorAll<HTMLTimeElement>("time[data-clock]")];
  if (!button || times.length === 0) return;

  const written = new Map(times.map((time) => [time, time.textContent]));
  const name = button.textContent;
  const zone = document.querySelector("[data-zone]");
  const show = (local: boolean) => {
    button.textContent = local ? "Show in UTC" : name;
    if (zone) zone.textContent = local ? ownZone() : "UTC";
    for (const time of times) {
      time.textContent = local ? inOwnZone(time) : (written.get(time) ?? "");
    }
  };
  let isLocal = remembered("zone") === "own";
  if (isLocal) show(true);
  button.addEventListener("click", () => {
    isLocal = !isLocal;
    remember("zone", isLocal ? "own" : "");
    show(isLocal);
  });
}

/** The clock time in the reader's zone; with the date where it is another day there than in UTC. */
function inOwnZone(time: HTMLTimeElement): string {
  const moment = new Date(time.dateTime);
  const seconds = time.dataset.clock === "second" ? `:${twoDigits(moment.getSeconds())}` : "";
  const clock = `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}${seconds}`;
  if (moment.getDate() === moment.getUTCDate()) return clock;
  return `${clock}, ${moment.toLocaleDateString("en-GB", { day: "numeric", month: "short" })}`;
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll("_", " ");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
