import { Section } from "#app/_ui/section";
import { paths } from "#app/paths";

/** What figures from published incidents can say, and what they cannot. */
export function LimitsSection() {
  return (
    <Section id="limits" title="What such figures can say" className="computed">
      <div className="computed-limits">
        <p>
          These are counts of <em>publications</em>, not of failures. An incident is here because
          somebody wrote about it in public, mostly in English, and because it was large, odd or
          instructive enough to be collected. Organisations that publish well are here often, and
          that speaks for them.
        </p>
        <p>
          So the figures can show <em>how</em> things go wrong together, and point to incidents
          worth reading side by side. They cannot say how often anything fails, who fails more, or
          whether the world gets better or worse. A class that is absent may be rare, or merely
          seldom written about; a time that no record gives is unknown, not short.
        </p>
        <p>
          Two classes that come together need not cause each other. Some meet because one is half of
          what the other means, some because the same people name them, some by chance. Each figure
          leads to the incidents behind it: <a href={paths.search()}>read those</a> before relying
          on it.
        </p>
      </div>
    </Section>
  );
}
