import type { Canonical } from "./canonical-heading";
import { dayIn, dayInName, yearlessDayIn } from "./document-date";
import { isEarly, isTold } from "./early-section";
import { incidentDayIn } from "./incident-day";
import type { Label, LabelMeaning } from "./labels";
import type { Section } from "./outline";
import { plainWords } from "./plain-words";
import type { SourceDocument } from "./source-document";
import type { SourceLine } from "./source-line";
import type { DocumentTimes } from "./timeline";

type Order = DocumentTimes["order"];
type FoundDay = Pick<DocumentTimes, "day" | "dayFrom">;

/** The day of the incident, by what speaks of it, and where that stands: for times that have none. */
export function dayOfDocument(
  document: SourceDocument,
  title: string | null,
  order: Order,
): FoundDay {
  const places = [
    labelDay(document, order),
    sectionDay(document, order),
    titleDay(title, order),
    nameDay(document),
    headingDay(document, order),
    toldDay(document, order),
  ];
  for (const find of places) {
    const found = find();
    if (found) return found;
  }
  return { day: yearlessTitle(document, title), dayFrom: "the title and the file" };
}

type Find = () => FoundDay | null;

function labelDay({ labels, lines }: SourceDocument, order: Order): Find {
  const wanted: readonly LabelMeaning[] = ["start", "date", "detected"];
  return () => {
    const found = wanted.flatMap((meaning) => labels.filter((label) => label.meaning === meaning));
    for (const { name, value, line } of found) {
      const day = isOfMail(lines, line) ? null : incidentDayIn(value, order, "name");
      if (day) return { day: day.value, dayFrom: `the label “${name}” (line ${line + 1})` };
    }
    return null;
  };
}

/** Whether a line stands among those that say from whom a mail is, and when it was sent. */
function isOfMail(lines: readonly SourceLine[], at: number): boolean {
  const around = lines.slice(Math.max(0, at - 4), at + 5);
  const heads = around.filter(({ text }) => /^(?:from|to|cc|subject|sent|reply-to):/i.test(text));
  return heads.length >= 2;
}

function titleDay(title: string | null, order: Order): Find {
  return () => {
    const day = title === null ? null : incidentDayIn(title, order, "name");
    return day && { day: day.value, dayFrom: "the title" };
  };
}

function nameDay({ file }: SourceDocument): Find {
  return () => {
    const day = dayInName(file);
    return day === null ? null : { day, dayFrom: "the file's name" };
  };
}

function headingDay({ sections }: SourceDocument, order: Order): Find {
  const named = sections.filter(
    ({ canonical, within }) => !notOfIncident.includes(canonical ?? within),
  );
  return () => {
    for (const { heading } of named) {
      const day = heading && incidentDayIn(heading.text, order, "heading");
      if (day) {
        const dayFrom = `the heading “${heading.text}” (line ${heading.from + 1})`;
        return { day: day.value, dayFrom };
      }
    }
    return null;
  };
}

/** Sections whose headings name days on which something was done about it, or that are of others. */
const notOfIncident: readonly (Canonical | null)[] = [
  "actions",
  "lessons",
  "people",
  "sources",
  "messaging",
  "questions",
  "scorecard",
];

function toldDay({ sections, lines, labels }: SourceDocument, order: Order): Find {
  const aside = new Set(labels.flatMap((label) => (isAside(label) ? [label.line] : [])));
  return () => {
    for (const { from, to, heading, canonical } of sections.filter(isEarly)) {
      for (let at = from; at < to; at++) {
        const line = lines[at];
        if (!line || !isTold(line) || aside.has(at)) continue;
        const day = incidentDayIn(plainWords(line.text), order, "line");
        if (day) return { day: day.value, dayFrom: placeOf({ heading, canonical, at }) };
      }
    }
    return null;
  };
}

/** Labels whose dates are those of people's work on the document. */
function isAside({ meaning }: Label): boolean {
  return meaning === "people" || meaning === "status";
}

function placeOf({
  heading,
  canonical,
  at,
}: Pick<Section, "heading" | "canonical"> & { at: number }) {
  const place = canonical === "summary" ? "the summary" : `what stands below “${heading?.text}”`;
  return heading ? `${place} (line ${at + 1})` : `line ${at + 1}`;
}

/** `### Date` with the date below it. */
function sectionDay({ sections, lines }: SourceDocument, order: Order): Find {
  const dated = sections.filter(
    ({ canonical, heading }) =>
      canonical === "meta" &&
      /date|start|when/i.test(heading?.text ?? "") &&
      !/post-?mortem|report|review|meeting/i.test(heading?.text ?? ""),
  );
  return () => {
    for (const { heading, from, to } of dated) {
      const below = lines.slice(from, Math.min(to, from + 4));
      const text = below.map((line) => plainWords(line.text)).join(" ");
      const day = incidentDayIn(text, order, "name");
      if (day) return { day: day.value, dayFrom: `what stands below “${heading?.text}”` };
    }
    return null;
  };
}

/** A title with month and day, where the year stands in the file's name. */
function yearlessTitle({ file }: SourceDocument, title: string | null): string | null {
  const date = title === null ? null : yearlessDayIn(title);
  const year = /(?:19|20)\d{2}/.exec(file)?.[0];
  if (!date || year === undefined) return null;
  return dayIn(`${year}-${date.month}-${date.day}`)?.value ?? null;
}
