import { paths } from "#app/paths";

/** What one can write into the box, and what it means. */
const tips: readonly { written: string; means: string }[] = [
  { written: "certificate expired", means: "words, in any form" },
  { written: '"feature file"', means: "these words in this order" },
  { written: "-bgp", means: "without this word" },
  { written: "class:retry-storm", means: "a failure class; -class: for without" },
  { written: "role:amplifier", means: "the part that a factor played" },
  { written: "with:slow-recovery:recovery", means: "a further class, in that role or in any" },
  { written: "org:cloudflare", means: "an organisation and its parts" },
  { written: "from:2020 to:2022-06", means: "a span of time" },
];

/** What the box takes, for those who have asked nothing yet. */
export function BoxTips() {
  return (
    <section className="box-tips" aria-labelledby="box-tips">
      <h2 id="box-tips">What the box takes</h2>
      <dl>
        {tips.map(({ written, means }) => (
          <div key={written}>
            <dt>
              <code>{written}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p>All of it together, in any order. The lists beside the results do the same by pointing.</p>
      <p>
        With a draft, an alert or a chat at hand, <a href={paths.searchByText()}>paste it</a>.
      </p>
    </section>
  );
}
