import type { TimelineEntry } from "#knowledge/incident/document";
import { momentOf, type Moment } from "#knowledge/incident/moment";

import { Words } from "../../_ui/words";
import { clockOf, dateInWords, momentInWords, pointsOf } from "../moment-words";
import type { PageTexts } from "../page-texts";
import { entryLooks, EntryMark } from "../role-mark";

interface Props {
  readonly entries: readonly TimelineEntry[];
  readonly texts: PageTexts;
}

export function TimelineList({ entries, texts }: Props) {
  return (
    <ol className="timeline">
      {entries.map(({ id, at, kind, text, belief, source }, index) => {
        const before = entries[index - 1];
        return (
          <li key={id} id={`event-${id}`} className={entryLooks[kind].color}>
            <EntryTime
              id={id}
              moment={momentOf(at)}
              isSameDay={before && dayOf(before.at) === dayOf(at)}
            />
            <div>
              <EntryMark kind={kind} />
              <Words as="p" html={texts.html(text, source)} />
              {belief !== undefined && (
                <p className="belief">
                  <b>What was believed:</b> <Words html={texts.html(belief)} />
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The time as its own address. A clock time names its day only where the day begins. */
function EntryTime({
  id,
  moment,
  isSameDay,
}: {
  id: string;
  moment: Moment;
  isSameDay: boolean | undefined;
}) {
  const [point = ""] = pointsOf(moment.text);
  const clock = moment.hedge === "exact" ? clockOf(point) : null;
  const [date = ""] = point.split("T");
  return (
    <a className="self" href={`#event-${id}`}>
      {clock === null ? (
        <time
          dateTime={moment.hedge === "exact" ? point : undefined}
          data-moment={hasClock(moment.text) ? moment.text : undefined}
          data-hedge={hasClock(moment.text) ? moment.hedge : undefined}
        >
          {momentInWords(moment, "short")}
        </time>
      ) : (
        <>
          <span className={isSameDay ? "sr-only" : "day"}>{dateInWords(date, "short")} </span>
          <time dateTime={point} data-moment={moment.text} data-hedge={moment.hedge}>
            {clock}
          </time>
        </>
      )}
    </a>
  );
}

/** Whether a moment's text gives a time of day, which reads otherwise in another time zone. */
export function hasClock(at: string): boolean {
  return at.includes("T");
}

function dayOf(at: string): string {
  return at.split("T")[0] ?? at;
}
