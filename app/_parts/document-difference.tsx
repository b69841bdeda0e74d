import type { DocumentDifference as Difference, ListDifference } from "#knowledge/review/compare";
import type { FieldDifference, RowDifference } from "#knowledge/review/compare-rows";
import type { Comparison } from "#knowledge/review/compare-sources";
import type { BlockDifference, SectionDifference } from "#knowledge/review/compare-story";
import type { Piece } from "#knowledge/review/compare-text";
import { keyName } from "#knowledge/review/key-names";
import { readMoment } from "#knowledge/incident/moment";
import { withVisibleNames } from "#knowledge/text/invisible";

import { DocumentDiff } from "./document-diff";
import { momentInWords } from "./moment-words";
import { Added, PieceText, Removed, TextDifference } from "./text-difference";

/** What changed between two documents, in words. It shows text only, whatever the documents hold. */
export function DocumentDifference({ comparison }: { readonly comparison: Comparison }) {
  if (comparison.kind === "texts") return <DocumentDiff diff={comparison.diff} />;
  const { isSame, fields, lists, story } = comparison.difference;
  if (isSame) return <p>The two say the same.</p>;
  return (
    <div className="difference">
      {fields.length > 0 && (
        <section>
          <h2 className="heading">Record</h2>
          <FieldDifferences fields={fields} />
        </section>
      )}
      {lists.map((list) => (
        <ListSection key={list.key} list={list} />
      ))}
      {story.sections.length > 0 && <StorySection story={story} />}
    </div>
  );
}

/** The fields of a record or row that changed: each with its name, old and new. */
export function FieldDifferences({ fields }: { readonly fields: readonly FieldDifference[] }) {
  return (
    <dl className="difference-fields">
      {fields.map((field) => (
        <div key={field.key}>
          <dt>{keyName(field.key)}</dt>
          <dd>
            <FieldChange field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldChange({ field: { key, change } }: { field: FieldDifference }) {
  switch (change.kind) {
    case "value":
      return (
        <>
          {change.from !== null && <Removed text={valueInWords(key, change.from)} />}
          {change.from !== null && change.to !== null && " "}
          {change.to !== null && <Added text={valueInWords(key, change.to)} />}
        </>
      );
    case "words":
      return (
        <ul className="difference-words">
          {change.removed.map((word) => (
            <li key={`removed ${word}`}>
              <Removed text={word} />
            </li>
          ))}
          {change.added.map((word) => (
            <li key={`added ${word}`}>
              <Added text={word} />
            </li>
          ))}
        </ul>
      );
    case "rows":
      return <Rows rows={change.rows} same={change.same} />;
    case "pieces":
    case "rewritten":
      return <TextDifference change={change} />;
  }
}

const timeKeys: ReadonlySet<string> = new Set([
  "started",
  "detected",
  "mitigated",
  "resolved",
  "at",
]);

function valueInWords(key: string, value: string): string {
  const moment = timeKeys.has(key) ? readMoment(value) : null;
  return moment === null ? value : momentInWords(moment, "short");
}

function ListSection({ list: { key, rows, same } }: { list: ListDifference }) {
  return (
    <section>
      <h2 className="heading">{keyName(key)}</h2>
      <Rows rows={rows} same={same} />
    </section>
  );
}

function Rows({ rows, same }: { rows: readonly RowDifference[]; same: number }) {
  return (
    <>
      <ul className="difference-rows">
        {rows.map((row) => (
          <li key={`${row.from} ${row.to}`}>
            <RowHead row={row} />
            {row.fields.length > 0 && <FieldDifferences fields={row.fields} />}
          </li>
        ))}
      </ul>
      {same > 0 && <Same count={same} one="row" />}
    </>
  );
}

const changeWords = { added: "Added", removed: "Removed", changed: "Changed" };
const longestName = 80;

/** What happened to a row, its place, and its first words where these do not stand below. */
function RowHead({ row: { kind, from, to, isMoved, wording, fields } }: { row: RowDifference }) {
  const word = kind === "changed" && fields.length === 0 ? "Moved" : changeWords[kind];
  const name = wording.length > longestName ? `${wording.slice(0, longestName)}…` : wording;
  return (
    <p className="difference-head">
      <b className={`difference-${kind}`}>{word}</b> <span>row {to ?? from}</span>
      {isMoved && <span>, was row {from}</span>}
      {kind === "changed" && <>: {withVisibleNames(name)}</>}
    </p>
  );
}

function Same({ count, one }: { count: number; one: string }) {
  return (
    <p className="difference-same">
      {count === 1 ? `1 ${one} is the same` : `${count} ${one}s are the same`}
    </p>
  );
}

function StorySection({ story: { sections, same } }: { story: Difference["story"] }) {
  return (
    <section>
      <h2 className="heading">Story</h2>
      {sections.map((section, position) => (
        // Sections may share a heading; a comparison never changes once it is made.
        // oxlint-disable-next-line react/no-array-index-key
        <StoryPart key={position} section={section} />
      ))}
      {same > 0 && <Same count={same} one="section" />}
    </section>
  );
}

function StoryPart({
  section: { kind, heading, isMoved, blocks },
}: {
  section: SectionDifference;
}) {
  return (
    <section className="difference-part">
      <h3 className="subhead">
        {heading === null ? "Before the first heading" : heading || "No words"}
      </h3>
      <p className="difference-head">
        <b className={`difference-${kind}`}>
          {kind === "changed" && blocks.length === 0 ? "Moved" : changeWords[kind]}
        </b>
        {isMoved && blocks.length > 0 && ", and moved"}
      </p>
      {blocks.map((block, position) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={position} block={block} />
      ))}
    </section>
  );
}

function Block({ block }: { block: BlockDifference }) {
  switch (block.kind) {
    case "same":
      return <Same count={block.count} one="paragraph" />;
    case "spacing":
      return <p className="difference-same">Only blank lines or spaces changed</p>;
    case "code":
      return <Code lines={block.lines} />;
    case "changed":
      return (
        <div className="difference-text">
          <TextDifference change={block.change} />
        </div>
      );
    case "added":
    case "removed":
      return block.isCode ? (
        <Code lines={[block]} />
      ) : (
        <div className="difference-text">
          <PieceText piece={block} />
        </div>
      );
  }
}

const signs = { same: " ", added: "+", removed: "−" };
const shownAround = 3;

function Code({ lines }: { lines: readonly Pick<Piece, "kind" | "text">[] }) {
  return (
    <pre className="difference-code">
      {lines.map(({ kind, text }, position) => {
        const Tag = kind === "added" ? "ins" : kind === "removed" ? "del" : "span";
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <Tag key={position}>
            {kind !== "same" && <span className="sr-only">{`[${kind}]\n`}</span>}
            {codeLines(text, kind)
              .map((line) => `${signs[kind]} ${line}\n`)
              .join("")}
          </Tag>
        );
      })}
    </pre>
  );
}

function codeLines(text: string, kind: Piece["kind"]): string[] {
  const lines = text.split("\n");
  if (kind !== "same") return lines.map(withVisibleNames);
  const hidden = lines.length - 2 * shownAround;
  // One line in place of another saves nothing.
  if (hidden <= 1) return lines;
  return [...lines.slice(0, shownAround), `… ${hidden} lines …`, ...lines.slice(-shownAround)];
}
