import type { Metadata } from "next";

import { Missing } from "#app/_parts/missing";
import { NoteChange } from "#app/_parts/notes/note-change";
import { Shell } from "#app/_parts/shell";
import { currentActor } from "#app/_session/current";
import { Timestamp } from "#app/_ui/timestamp";
import { sayNotFound } from "#app/page-tags";
import { paths } from "#app/paths";
import { findReceipt, type Receipt } from "#knowledge/review/notes";

export const metadata: Metadata = { title: "Your note", robots: { index: false } };

interface Props {
  readonly params: Promise<{ token: string }>;
}

/** The receipt of a reader's note: what was sent, and what became of it. */
export default async function ReceiptPage({ params }: Props) {
  const { token } = await params;
  const receipt = await findReceipt(await currentActor(), token);
  if (!receipt) {
    sayNotFound();
    return <Missing />;
  }
  const { incident, sentAt, text, url, credit } = receipt;
  return (
    <Shell>
      <div className="page">
        <h1 className="title">Your note</h1>
        <p className="eyebrow mt-3">
          <span>
            sent <Timestamp date={sentAt} to="minute" />
          </span>
          {incident && <a href={paths.incident(incident.slug)}>{incident.title}</a>}
          {credit !== null && <span>signed {credit}</span>}
        </p>
        <p className="note-text">{text}</p>
        {url !== null && <p className="note-url">{url}</p>}
        <h2 className="heading mt-10">What became of it</h2>
        <Outcome {...receipt} />
        <p className="mt-10 text-small text-soft">
          This page is known only to who has its link, and to the editors.
        </p>
      </div>
    </Shell>
  );
}

function Outcome(receipt: Receipt) {
  const { answer, answeredAt, closedAt, hasLed } = receipt;
  return (
    <>
      <NoteChange {...receipt} />
      {answer !== null && answeredAt !== null && (
        <>
          <p className="note-answer">{answer}</p>
          <p className="eyebrow mt-2">
            <span>
              an editor, <Timestamp date={answeredAt} to="minute" />
            </span>
          </p>
        </>
      )}
      {answer === null && !hasLed && (
        <p className="mt-3">
          {closedAt === null
            ? "An editor has not answered yet. Come back to this page."
            : "An editor has read it, and closed it without an answer."}
        </p>
      )}
    </>
  );
}
