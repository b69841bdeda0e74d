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
            maxLength={pastedLimit}
            defaultValue={text ?? ""}
            required
            autoComplete="off"
            aria-describedby="kept"
          />
          <p id="kept" className="mt-2 text-small text-soft">
            It is read on this server to make the page, up to {pastedLimit.toLocaleString("en-GB")}{" "}
            characters of it, and is neither kept nor sent anywhere.
          </p>
          <button type="submit" className="btn btn-strong mt-3">
            Has this happened before?
          </button>
        </form>
        {reminded && <RemindedOf reminded={reminded} />}
      </div>
    </Shell>
  );
}
