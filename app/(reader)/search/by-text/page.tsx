import type { Metadata } from "next";

import { Shell } from "#app/_parts/shell";
import { metadataOf } from "#app/page-metadata";
import { postedForm, tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { pastedLimit, remindedBy } from "#knowledge/search/by-text";

import { RemindedOf } from "./_reminded/reminded-of";

export const dynamic = "force-dynamic";

export const metadata: Metadata = metadataOf({
  title: "Search by text",
  description:
    "Paste a draft, an alert or a chat, and see the failure classes it sounds like and the incidents it resembles.",
  canonical: paths.searchByText(),
});

function inFull(count: number): string {
  return count.toLocaleString("en-GB");
}

export default async function SearchByTextPage() {
  const text = postedForm()?.get("text") ?? null;
  // A page that was made for a text is kept by nobody.
  if (text === null) tagPage("incidents");
  const reminded = text === null ? null : await remindedBy(text);
  return (
    <Shell>
      <div className="page">
        <h1 className="title">Search by text</h1>
        <p className="lede mt-3">
          Paste what you have: a draft, an alert, a piece of a chat. You get the failure classes it
          sounds like and the incidents it resembles, with the words that say so.
        </p>
        <form method="post" action={paths.searchByText()} className="by-text">
          <label htmlFor="text" className="label">
            Your text
          </label>
          <textarea
            id="text"
            name="text"
            className="field"
            rows={9}
            defaultValue={text ?? ""}
            required
            autoComplete="off"
            aria-describedby="kept"
          />
          <p id="kept" className="mt-2 text-small text-soft">
            It is read on this server to make the page, up to {inFull(pastedLimit)} characters of
            it, and the server neither keeps it nor sends it anywhere.
          </p>
          <button type="submit" className="btn btn-strong mt-3">
            Has this happened before?
          </button>
        </form>
        {text !== null && text.length > pastedLimit && (
          <p className="remark">
            Of {inFull(text.length)} characters the first {inFull(pastedLimit)} were read. If what
            matters comes later, leave out what comes before.
          </p>
        )}
        {reminded && <RemindedOf reminded={reminded} />}
      </div>
    </Shell>
  );
}
