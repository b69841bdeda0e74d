import type { Diff, DiffHunk, DiffLine } from "#knowledge/text/diff";

/** What changed between two texts. Additions and removals have a sign as well as a colour. */
export function DocumentDiff({ diff }: { diff: Diff }) {
  switch (diff.kind) {
    case "same":
      return <p>The texts are the same.</p>;
    case "rewritten":
      return <p>The texts differ so much that a comparison would not help.</p>;
    case "changed":
      return (
        <div className="diff">
          {diff.hunks.map((hunk, position) => (
            // A comparison never changes once it is made, so its places are its names.
            // oxlint-disable-next-line react/no-array-index-key
            <Hunk key={position} hunk={hunk} />
          ))}
        </div>
      );
  }
}

function Hunk({ hunk }: { hunk: DiffHunk }) {
  if (hunk.kind === "skipped") {
    return <div className="skipped">{hunk.count} lines are the same</div>;
  }
  return hunk.lines.map((line) => (
    <Line key={`${line.before}/${line.after}`} kind={hunk.kind} line={line} />
  ));
}

const signs = { same: "", added: "+", removed: "−" };

function Line({ kind, line }: { kind: keyof typeof signs; line: DiffLine }) {
  const parts = line.parts.map((part, index) => ({
    ...part,
    from: line.parts.slice(0, index).reduce((sum, { text }) => sum + text.length, 0),
  }));
  const Tag = kind === "added" ? "ins" : kind === "removed" ? "del" : "div";
  return (
    <Tag className={kind === "same" ? undefined : `${kind} no-underline`}>
      <span>{line.after ?? line.before}</span>
      <span>{signs[kind]}</span>
      <span>
        {parts.map(({ text, changed, from }) =>
          changed ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
        )}
      </span>
    </Tag>
  );
}
