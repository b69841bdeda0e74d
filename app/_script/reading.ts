import { readMoment } from "#knowledge/incident/moment";
import { readZone } from "#knowledge/incident/written-zone";
import { draftOf } from "#knowledge/review/post-mortem/draft";
import type { PostMortem } from "#knowledge/review/post-mortem/post-mortem";
import { readPostMortemBytes } from "#knowledge/review/post-mortem/read-post-mortem";

/**
 * Reads post-mortems in a worker: no text, however it is made, can hold the page up, and nothing of
 * it leaves the browser before somebody makes a draft of it. It hears `{name, bytes, zone, day,
 * now}` and answers `{title, warnings, incidents}`.
 */

interface Question {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a person decided where the original does not say; empty where nothing was. */
  readonly zone: string;
  readonly day: string;
  /** When it is asked, in milliseconds since 1970. */
  readonly now: number;
}

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const { name, bytes } = data;
  const { title, postMortems, warnings } = readPostMortemBytes(bytes, name);
  postMessage({
    title,
    warnings: warnings.map(({ sentence }) => sentence),
    incidents: postMortems.map((one) => recognised(one, data)),
  });
});

function recognised(postMortem: PostMortem, { zone, day, now }: Question) {
  const chosenZone = readZone(zone)?.zone;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && readMoment(day) !== null;
  const {
    document,
    report,
    waiting,
    zone: heldZone,
  } = draftOf(postMortem, {
    ...(chosenZone && { zone: chosenZone }),
    ...(isDay && { day }),
    now,
  });
  return {
    title: postMortem.title,
    started: document.record.started ?? null,
    hasRootCause: postMortem.hasRootCause,
    lines: postMortem.lines,
    entries: document.record.timeline.map(({ at, text }) => ({ at, text })),
    waiting,
    zone: heldZone,
    people: postMortem.chat?.people ?? [],
    document,
    report,
  };
}
