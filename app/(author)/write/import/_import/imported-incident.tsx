"use client";

import { useState } from "react";

import { paths } from "#app/paths";

import { zoneField } from "./choices-form";
import { NamedPeople } from "#app/_parts/named-people";
import type { ReadIncident } from "./read-file";

interface Props {
  /** The id of whoever takes it over. */
  readonly account: string;
  readonly incident: ReadIncident;
  /** The file that it was read from. */
  readonly from: string;
}

/** One incident as it was read, beside the original, and the draft that can be made of it. */
export function ImportedIncident({ account, incident, from }: Props) {
  const { title, started, entries, waiting, report, lines, hasRootCause, zone } = incident;
  const { lookAt } = report;
  return (
    <article className="import-incident">
      <h3 className="subhead">{title ?? "Without a title"}</h3>
      <p className="text-soft">
        {started === null ? "Nothing says when it began." : `Began ${started.replace("T", " ")}.`}
        {hasRootCause &&
          " It names a root cause: that stays text, for you to take apart into factors."}
        {zone !== null && ` Its times are in ${zone}; so will be what you add without a zone.`}
      </p>
      <MakeDraft account={account} incident={incident} from={from} />
      {lookAt.length > 0 && (
        <>
          <h4 className="label mt-4">Look at</h4>
          <ul className="import-notes">
            {lookAt.map((sentence, at) => (
              <li key={`${at} ${sentence}`}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <div className="import-columns">
        <div>
          <Mapping title="Recognised" parts={report.recognised} />
          <Mapping title="Guessed" parts={report.guessed} />
          <Mapping title="Left as text" parts={report.leftAsText} />
          {report.dropped.length > 0 && (
            <>
              <h4 className="label mt-4">Left out</h4>
              <ul className="import-notes">
                {report.dropped.map(({ text, line, reason }) => (
                  <li key={line}>
                    line {line + 1}, “{text.trim()}”: {reason}
                  </li>
                ))}
              </ul>
            </>
          )}
          <Timeline title="Timeline, in the order of the original" entries={entries} />
          {waiting.length > 0 && (
            <>
              <Timeline title="Timeline, waiting for its zone" entries={waiting} />
              <WaitingForZone count={waiting.length} />
            </>
          )}
        </div>
        <div className="import-beside">
          <h4 className="label mt-4">The original</h4>
          <Original lines={lines} />
        </div>
      </div>
    </article>
  );
}

/** The text as it was read, each line with the number by which the report names it. */
function Original({ lines }: Pick<ReadIncident, "lines">) {
  return (
    // Focusable, for one who has no pointer scrolls it with the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="import-original" aria-label="The original" tabIndex={0}>
      <pre className="source-text">
        {lines.map((line, at) => (
          <span key={at} className="import-line">
            {`${line}\n`}
          </span>
        ))}
      </pre>
    </section>
  );
}

/** What the places of a draft are called in the editor; others are called as their keys. */
const placeNames: Readonly<Record<string, string>> = {
  story: "the text",
  started: "Harm began",
  detected: "Noticed",
  mitigated: "Harm ended",
  resolved: "Resolved",
};

function linesOf(from: number, until: number): string {
  return until - from > 1 ? `lines ${from + 1} to ${until}` : `line ${from + 1}`;
}

function Mapping({ title, parts }: { title: string; parts: ReadIncident["report"]["guessed"] }) {
  if (parts.length === 0) return null;
  return (
    <>
      <h4 className="label mt-4">{title}</h4>
      <ul className="import-notes">
        {parts.map(({ what, to, from, until, note }, at) => (
          <li key={`${at} ${what}`}>
            {what} <span className="text-soft">→ {placeNames[to] ?? to}</span>
            {from >= 0 && <span className="text-faint"> ({linesOf(from, until)})</span>}
            {note !== undefined && <span className="block text-soft">{note}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Asks for the zone beside the entries that wait for it. */
function WaitingForZone({ count }: { count: number }) {
  return (
    <p className="text-soft mt-2">
      {count === 1 ? "Its time names no zone" : "Their times name no zone"}, and{" "}
      {count === 1 ? "it stays" : "they stay"} in the text until you{" "}
      <a href={`#${zoneField}`}>say in which zone they are</a>.
    </p>
  );
}

interface TimelineProps {
  readonly title: string;
  readonly entries: ReadIncident["entries"];
}

function Timeline({ title, entries }: TimelineProps) {
  if (entries.length === 0) return null;
  return (
    <>
      <h4 className="label mt-4">{title}</h4>
      <table className="data-table mt-2">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">What happened</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ at, text }, nth) => (
            <tr key={`${nth} ${at}`}>
              <td className="font-mono">{at.replaceAll("T", " ")}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function MakeDraft({ account, incident: { document, people, zone }, from }: Props) {
  const [fault, setFault] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);

  async function make() {
    setMaking(true);
    const made = await draftFrom({
      document,
      note: `Taken over from ${from}`.slice(0, 200),
      ...(zone !== null && { zone }),
    });
    if (made.kind === "made") {
      new NamedPeople(account, made.slug).add(people);
      location.assign(paths.review(made.slug));
      return;
    }
    setFault(made.why);
    setMaking(false);
  }

  return (
    <>
      <button
        type="button"
        className="btn btn-strong mt-3"
        disabled={isMaking}
        onClick={() => void make()}
      >
        Make a draft of it
      </button>
      {fault !== null && (
        <p className="notice notice-fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

type Made = { kind: "made"; slug: string } | { kind: "refused"; why: string };

interface Beginning {
  readonly document: ReadIncident["document"];
  readonly note: string;
  readonly zone?: string;
}

async function draftFrom(beginning: Beginning): Promise<Made> {
  try {
    const response = await fetch(paths.apiReviews(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ template: "full-review", ...beginning }),
    });
    const body: unknown = await response.json();
    const told = (key: string): unknown =>
      typeof body === "object" && body !== null ? Reflect.get(body, key) : undefined;
    const [slug, detail] = [told("slug"), told("detail")];
    if (response.ok && typeof slug === "string") return { kind: "made", slug };
    return {
      kind: "refused",
      why: typeof detail === "string" ? detail : "No draft was made of it.",
    };
  } catch {
    return { kind: "refused", why: "The server cannot be reached. Nothing was made; try again." };
  }
}
