import type { FlashShown } from "#app/_session/flash";
import { Notice } from "../../_ui/form";
import { absolute, paths } from "#app/paths";

interface Props {
  readonly slug: string;
  /** What came of a note that was just sent; null on every other page. */
  readonly flash: FlashShown | null;
}

/** Where a reader says what is wrong with an incident's page. It is the same for everybody. */
export function WrongHere({ slug, flash }: Props) {
  const { text, url, credit } = flash?.values ?? {};
  return (
    <details className="wrong-here" id="wrong-here" open={flash?.fault !== undefined}>
      <summary>Something wrong here?</summary>
      <form method="post" action={paths.apiNotes()}>
        <input type="hidden" name="incident" value={slug} />
        <label>
          <span>What is wrong, or missing?</span>
          <textarea
            name="text"
            className="field"
            rows={5}
            required
            maxLength={4_000}
            defaultValue={text}
          />
        </label>
        <label>
          <span>Where can one read it? An address, if there is one</span>
          <input
            name="url"
            type="url"
            className="field"
            maxLength={2_000}
            placeholder="https://"
            defaultValue={url}
          />
        </label>
        <label>
          <span>Your name, if you want to be credited</span>
          <input
            name="credit"
            className="field"
            maxLength={120}
            autoComplete="name"
            defaultValue={credit}
          />
        </label>
        <p className="form-hint">
          The editors read it; nobody else does. If it leads to a change, your name stands among the
          sources as you write it here. You get a link under which their answer appears.
        </p>
        <button type="submit" className="btn">
          Send to the editors
        </button>
      </form>
    </details>
  );
}

/** What is said once, above the incident, when a note was sent. */
export function NoteSent({ flash }: { readonly flash: FlashShown | null }) {
  if (flash === null) return null;
  const { receipt } = flash.values;
  return (
    <div className="page pb-0">
      <Notice said={flash.said} fault={flash.fault} />
      {receipt !== undefined && (
        <p className="text-small">
          Their answer will appear under this link, which is told only now. Keep it:
          <a className="once" href={receipt}>
            {absolute(receipt)}
          </a>
        </p>
      )}
    </div>
  );
}
