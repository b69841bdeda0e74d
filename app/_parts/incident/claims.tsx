import type { Citation, Claim, IncidentRecord, Position } from "#knowledge/incident/document";
import type { Outcome } from "#knowledge/incident/vocabulary";

import { Section } from "../../_ui/section";
import { Words } from "../../_ui/words";
import { byDate } from "../by-date";
import { dateInWords } from "../moment-words";
import type { PageTexts } from "../page-texts";
import { publishedBy } from "./published-by";

interface Props {
  readonly record: IncidentRecord;
  readonly texts: PageTexts;
}

/** How a claim stands today. */
export const outcomeLooks: Record<Outcome, { words: string; color: string }> = {
  open: { words: "Open", color: "text-soft" },
  contested: { words: "Contested", color: "text-amplifier" },
  confirmed: { words: "Confirmed", color: "text-safeguard" },
  refuted: { words: "Refuted", color: "text-trigger" },
  superseded: { words: "Superseded", color: "text-soft" },
};

/** Where sources disagree, or were later corrected: each claim with who said what, and when. */
export function Claims({ record, texts }: Props) {
  if (record.claims.length === 0) return null;
  return (
    <Section id="claims" title="Where sources disagree">
      {record.claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} sources={record.sources} texts={texts} />
      ))}
    </Section>
  );
}

function ClaimItem({
  claim,
  sources,
  texts,
}: {
  claim: Claim;
  sources: readonly Citation[];
  texts: PageTexts;
}) {
  const look = outcomeLooks[claim.standing];
  return (
    <article id={`claim-${claim.id}`} className="claim">
      <p className={`outcome ${look.color}`}>{look.words}</p>
      <h3>
        <Words html={texts.html(claim.statement)} />
        <a className="anchor" href={`#claim-${claim.id}`} aria-label="Link to this claim">
          #
        </a>
      </h3>
      <ol>
        {datedPositions(claim.positions, sources).map(({ position, date, citation }) => (
          <li key={position.source + position.stance + (position.note ?? "")}>
            {position.stance !== undefined && <b>{position.stance}</b>}
            <p>
              <span className="who">
                {citation && (publishedBy(citation) || citation.title)}
                {date !== undefined && <>, {dateInWords(date)}</>}
                {position.note !== undefined && ". "}
              </span>
              <Words html={texts.html(position.note ?? "", [position.source])} />
            </p>
          </li>
        ))}
      </ol>
    </article>
  );
}

/**
 * The positions of a claim by date: their own, else the day their source was published. One without
 * any date stays behind the one that stands before it in the file.
 */
export function datedPositions(positions: readonly Position[], sources: readonly Citation[]) {
  const dated = positions.map((position) => {
    const citation = sources.find(({ id }) => id === position.source);
    return { position, citation, date: position.at ?? citation?.published };
  });
  return byDate(dated, ({ date }) => date ?? null);
}
