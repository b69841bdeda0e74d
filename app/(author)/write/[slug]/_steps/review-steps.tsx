import type { FlashShown } from "#app/_session/flash";
import { Field, Lines, Notice } from "#app/_ui/form";
import { Timestamp } from "#app/_ui/timestamp";
import { paths } from "#app/paths";
import type { IncidentRecord } from "#knowledge/incident/document";
import { aboutOrganizations } from "#knowledge/incident/organization-meant";
import { organizationNames } from "#knowledge/incident/organization.store";
import type { Member } from "#knowledge/people/actor";
import { mayWith, type DocumentAct } from "#knowledge/people/rules";
import { guardedSite } from "#knowledge/people/site.store";
import type { StoredAssessment } from "#knowledge/review/approval.store";
import { ownRevision, type OwnRevisionText } from "#knowledge/review/history.store";
import { nextStep } from "#knowledge/review/next-step";
import { guarded } from "#knowledge/review/review";
import type { StoredReview } from "#knowledge/review/review.store";
import { suggestedSlug } from "#knowledge/review/suggested-slug";
import { storedDocument } from "#knowledge/review/save";

import { ChangedSinceWords } from "../_editor/changed-since-words";
import { Authors } from "./authors";
import { Withdrawals, type May } from "./withdrawals";

interface Props {
  readonly review: StoredReview;
  /** What editors have said of its revisions, the latest first. */
  readonly assessments: readonly StoredAssessment[];
  readonly actor: Member;
  readonly flash: FlashShown | null;
}

/** What comes after writing: who else works on it, an editor's word, publication, withdrawal. */
export async function ReviewSteps({ review, assessments, actor, flash }: Props) {
  const site = await guardedSite();
  const may = (act: DocumentAct) => mayWith(actor, act, guarded(review), site);
  const last = assessments.at(0);
  const { publishedNumber: published, waitingNumber: askedFor } = review;
  const { toAssess, toPublish } = nextStep({ askedFor, published }, assessments);
  return (
    <section className="page ed-steps" aria-labelledby="steps">
      <h2 id="steps" className="heading" tabIndex={-1}>
        From draft to readers
      </h2>
      <Told flash={flash} />
      <Shown review={review} />
      {toAssess !== null && <Waiting review={review} revision={toAssess} may={may} />}
      {toPublish !== null && <Publication review={review} revision={toPublish} may={may} />}
      {toPublish !== null && toPublish === askedFor && may("approve") && (
        <SendingBack slug={review.slug} revision={toPublish} />
      )}
      {last && <LastWord {...last} />}
      <Authors review={review} mayShare={may("share")} />
      <div className="ed-steps-more">
        {may("bin") && <BinForm slug={review.slug} />}
        <Withdrawals review={review} may={may} />
      </div>
      <p className="mt-4">
        <a href={paths.incidentHistory(review.slug)}>History</a>: every revision, what changed, and
        how to go back. Take revision {review.latest.number} along as{" "}
        <a href={paths.revisionMarkdown(review.slug, review.latest.number)}>Markdown</a> or{" "}
        <a href={paths.revisionJson(review.slug, review.latest.number)}>JSON</a>, or print{" "}
        <a href={paths.reviewPreview(review.slug)}>its preview</a>.
      </p>
    </section>
  );
}

/** What was just done, with the page on which it can be seen. */
function Told({ flash }: Pick<Props, "flash">) {
  if (flash === null) return null;
  const { said, fault, values } = flash;
  const link = values.readAt === undefined ? undefined : { href: values.readAt, words: "Read it" };
  return <Notice said={said} fault={fault} link={link} />;
}

function Shown({ review: { state, publishedNumber, slug } }: Pick<Props, "review">) {
  if (state !== "published" || publishedNumber === null) return null;
  return (
    <p className="mt-3">
      Readers see revision {publishedNumber} on <a href={paths.incident(slug)}>its page</a>.
    </p>
  );
}

function LastWord({ by, assessment, number, at, note }: StoredAssessment) {
  return (
    <p className="ed-word mt-3 text-soft">
      {by} {assessment === "approved" ? "approved" : "sent back"} revision {number},{" "}
      <Timestamp date={at} to="minute" />
      {note !== null && <>: “{note}”</>}
    </p>
  );
}

function BinForm({ slug }: { slug: string }) {
  return (
    <form method="post" action={paths.apiOfReview(slug, "bin")}>
      <input type="hidden" name="lies" value="there" />
      <button type="submit" className="btn">
        Put into the bin
      </button>
    </form>
  );
}

interface StepProps {
  readonly review: StoredReview;
  readonly revision: number;
  readonly may: May;
}

async function Waiting({ review, revision, may }: StepProps) {
  const { slug } = review;
  if (!may("publish")) {
    return (
      <p>Revision {revision} waits for an editor. What you write now goes into a later one.</p>
    );
  }
  const own = await ownRevision(review.documentId, revision);
  return (
    <form method="post" action={paths.apiOfReview(slug, "assessments")} className="ed-step">
      <p>
        Revision {revision} waits for approval. <Looking review={review} revision={revision} />
      </p>
      <Since review={review} revision={revision} act="approve" />
      <Request own={own} />
      <NewOrganizations record={recordOf(review, own)} />
      <input type="hidden" name="revision" value={revision} />
      <Lines
        name="note"
        label="A word to its authors"
        hint="Needed to send it back."
        maxLength={4_000}
      />
      <p className="mt-3 flex gap-2">
        {may("approve") ? (
          <>
            <button type="submit" name="assessment" value="approved" className="btn btn-strong">
              Approve
            </button>
            <button type="submit" name="assessment" value="sent-back" className="btn">
              Send back
            </button>
          </>
        ) : (
          <span className="text-soft">
            You alone have written it, so somebody else approves it.
          </span>
        )}
      </p>
    </form>
  );
}

function recordOf(review: StoredReview, own: OwnRevisionText | null): IncidentRecord {
  return storedDocument(own?.source ?? review.latest.source).record;
}

/** What its authors told editors when they asked, the last time that they did. */
function Request({ own }: { readonly own: OwnRevisionText | null }) {
  const last = own?.requests.at(-1);
  if (last === undefined || last.note === null) return null;
  return (
    <p className="ed-word mt-3">
      {last.by}, <Timestamp date={last.at} to="minute" />: “{last.note}”
    </p>
  );
}

/** Says that the text has gone on, of which an editor would otherwise read more than they decide on. */
function Since({ review, revision, act }: Omit<StepProps, "may"> & { act: "approve" | "publish" }) {
  const { number, savedBy } = review.latest;
  if (number === revision) return null;
  return (
    <p className="mt-3">
      <ChangedSinceWords
        slug={review.slug}
        revision={revision}
        latest={{ revision: number, by: savedBy?.name ?? null }}
        act={act}
      />
    </p>
  );
}

/** Names that no incident has had yet: a slip would stand among the organisations. */
async function NewOrganizations({ record }: { record: IncidentRecord }) {
  const said = aboutOrganizations(record.organization, await organizationNames());
  return said.map((sentence) => <p key={sentence}>{sentence}</p>);
}

/** Where to read the very revision that it is about, and what it would change for readers. */
function Looking({ review, revision }: Omit<StepProps, "may">) {
  const { slug, publishedNumber } = review;
  return (
    <>
      <a href={paths.reviewPreview(slug, revision)}>See it as readers would</a>
      {publishedNumber !== null && publishedNumber !== revision && (
        <>
          , or{" "}
          <a href={paths.revision(slug, revision, publishedNumber)}>
            what it changes in what was published
          </a>
        </>
      )}
      .
    </>
  );
}

/** What is approved and not published yet can still go back. */
function SendingBack({ slug, revision }: { slug: string; revision: number }) {
  return (
    <form method="post" action={paths.apiOfReview(slug, "assessments")} className="mt-2">
      <input type="hidden" name="revision" value={revision} />
      <Lines name="note" label="What is to be changed" maxLength={4_000} required />
      <button type="submit" name="assessment" value="sent-back" className="btn mt-3">
        Send back after all
      </button>
    </form>
  );
}

async function Publication({ review, revision, may }: StepProps) {
  if (!may("publish")) return <p>Revision {revision} is approved, and waits to be published.</p>;
  const own = await ownRevision(review.documentId, revision);
  const record = recordOf(review, own);
  return (
    <form method="post" action={paths.apiOfReview(review.slug, "publications")} className="ed-step">
      <p>
        Revision {revision} is approved. <Looking review={review} revision={revision} /> Once it is
        published, <b>{record.visibility === "members" ? "members only" : "everybody"}</b> can read
        it.
      </p>
      <Since review={review} revision={revision} act="publish" />
      <Request own={own} />
      <NewOrganizations record={record} />
      <input type="hidden" name="revision" value={revision} />
      {!review.isNamed && (
        <Field
          name="as"
          label="Address"
          hint="Small letters, digits and hyphens. It is kept for ever."
          defaultValue={suggestedSlug(record)}
          required
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          maxLength={80}
        />
      )}
      <button type="submit" className="btn btn-strong mt-3">
        Publish
      </button>
    </form>
  );
}
