import type { TermLine } from "#knowledge/taxonomy/taxonomy.store";

/**
 * The explanations of the glossary terms that a page uses, once, for the script to show where the
 * terms stand. Without the script they stay hidden and the terms lead to the glossary.
 */
export function TermNotes({ terms }: { terms: readonly TermLine[] }) {
  if (terms.length === 0) return null;
  return (
    <div className="term-notes" hidden>
      {terms.map(({ slug, name, means }) => (
        <p key={slug} data-term={slug} data-name={name}>
          {means}
        </p>
      ))}
    </div>
  );
}
