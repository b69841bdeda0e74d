import type { IncidentRecord } from "#knowledge/incident/document";

import { Section } from "../../_ui/section";
import type { PageTexts } from "../page-texts";
import { TimelineLane } from "./timeline-lane";
import { hasClock, TimelineList } from "./timeline-list";

interface Props {
  readonly record: IncidentRecord;
  readonly texts: PageTexts;
}

/** The timeline, drawn to scale above and as a list below. */
export function Timeline({ record, texts }: Props) {
  if (record.timeline.length === 0) return null;
  const zone = record.timeline.some(({ at }) => hasClock(at)) && (
    <span className="zone">
      <span>
        Times in <span data-zone="">UTC</span>
      </span>
      <button type="button" className="btn js-only" data-zone-choice="">
        Show in my time zone
      </button>
    </span>
  );
  return (
    <Section id="timeline" title="Timeline" aside={zone} className="incident-timeline">
      <p className="lane-zone" data-lane-zone="" hidden>
        The drawing is in UTC.
      </p>
      <TimelineLane record={record} width={744} rows={3} />
      <TimelineLane record={record} width={358} rows={4} />
      <TimelineList entries={record.timeline} texts={texts} />
    </Section>
  );
}
