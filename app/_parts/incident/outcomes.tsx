import type { Action, IncidentRecord } from "#knowledge/incident/document";

import { Section } from "../../_ui/section";
import { Words } from "../../_ui/words";
import { dateInWords } from "../moment-words";
import type { PageTexts } from "../page-texts";

interface Props {
  readonly record: IncidentRecord;
  readonly texts: PageTexts;
}

export function Changes({ record, texts }: Props) {
  if (record.changes.length === 0) return null;
  return (
    <Section id="changes" title="What changed">
      <ul className="prose-list">
        {record.changes.map(({ text, source }) => (
          <Words key={text} as="li" html={texts.html(text, source)} />
        ))}
      </ul>
    </Section>
  );
}

export function Lessons({ record, texts }: Props) {
  if (record.lessons.length === 0) return null;
  return (
    <Section id="lessons" title="Lessons">
      <ol className="lessons">
        {record.lessons.map((text) => (
          <Words key={text} as="li" html={texts.html(text)} />
        ))}
      </ol>
    </Section>
  );
}

export function Actions({ record, texts }: Props) {
  if (record.actions.length === 0) return null;
  return (
    <Section id="actions" title="Actions">
      <ul className="actions">
        {record.actions.map((action) => (
          <ActionItem key={action.id} action={action} record={record} texts={texts} />
        ))}
      </ul>
    </Section>
  );
}

function ActionItem({ action, record, texts }: Props & { action: Action }) {
  const weakened = record.factors.filter(({ id }) => action.factors.includes(id));
  const notes = [
    action.kind,
    action.state,
    action.owner,
    action.due === undefined ? undefined : `due ${dateInWords(action.due)}`,
  ];
  return (
    <li id={`action-${action.id}`}>
      <Words as="p" html={texts.html(action.text)} />
      {action.doneWhen !== undefined && (
        <p>
          Done when: <Words html={texts.html(action.doneWhen)} />
        </p>
      )}
      {action.why !== undefined && (
        <p>
          Declined: <Words html={texts.html(action.why)} />
        </p>
      )}
      <p className="notes">
        {notes.filter(Boolean).join(" · ")}
        {action.link !== undefined && (
          <>
            {" · "}
            <a href={action.link} rel="noopener nofollow">
              where it is tracked
            </a>
          </>
        )}
      </p>
      {weakened.length > 0 && (
        <p className="notes">
          Weakens:{" "}
          {weakened.map(({ id, statement }, position) => (
            <span key={id}>
              {position > 0 && " "}
              <a href={`#factor-${id}`}>{texts.plain(statement)}</a>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

export function Questions({ record, texts }: Props) {
  if (record.questions.length === 0) return null;
  return (
    <Section id="questions" title="Open questions">
      <ul className="prose-list">
        {record.questions.map(({ text, owner }) => (
          <li key={text}>
            <Words html={texts.html(text)} />
            {owner !== undefined && <span className="text-faint"> ({owner})</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
