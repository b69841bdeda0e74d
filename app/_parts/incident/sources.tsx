import type { Citation } from "#knowledge/incident/document";
import type { PublishedIncident } from "#knowledge/incident/incident.store";
import { seenMeanings, sourceKindNames } from "#knowledge/incident/vocabulary-words";

import { paths } from "../../paths";
import { Section } from "../../_ui/section";
import { dateInWords } from "../moment-words";
import { CopyNote } from "../copy-note";
import { publishedBy } from "./published-by";

/** The sources as numbered by the text: what they are, how far they were read, where they are. */
export function Sources({ incident: { record, sourceSlugs } }: { incident: PublishedIncident }) {
  if (record.sources.length === 0) return null;
  return (
    <Section id="sources" title="Sources">
      <ol className={record.sources.length > 12 ? "sources sources-many" : "sources"}>
        {record.sources.map((source) => (
          <SourceItem key={source.id} source={source} slug={sourceSlugs[source.id]} />
        ))}
      </ol>
    </Section>
  );
}

/** What kind of source it is and how far it was read, as far as somebody said so. */
function natureOf({ kind, seen }: Citation): string {
  const read = seen === undefined ? "" : seenMeanings[seen];
  if (kind !== undefined) return `${sourceKindNames[kind]}${read === "" ? "" : `, ${read}`}.`;
  return read === "" ? "" : `${read.charAt(0).toUpperCase()}${read.slice(1)}.`;
}

function SourceItem({ source, slug }: { source: Citation; slug: string | undefined }) {
  const by = publishedBy(source);
  // A copy carries the title of its original, which is not where its address leads.
  const isOriginal = source.via !== "copy";
  return (
    <li id={`source-${source.id}`}>
      {source.url !== undefined && isOriginal ? (
        <a href={source.url} rel="noopener nofollow">
          {source.title}
        </a>
      ) : (
        source.title
      )}
      <p>
        {by !== "" && `${by}. `}
        {source.published !== undefined && `${dateInWords(source.published)}. `}
        {natureOf(source)}
        {!isOriginal && (
          <>
            {" "}
            <CopyNote url={source.url} seen={source.seen} />
          </>
        )}
        {slug !== undefined && (
          <>
            {" "}
            <a className="quiet" href={paths.source(slug)}>
              Who cites it
            </a>
          </>
        )}
      </p>
    </li>
  );
}
