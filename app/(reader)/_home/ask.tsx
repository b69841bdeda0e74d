import { paths } from "#app/paths";

/** Questions that show what one can ask; each leads to a list that has an answer. */
const examples = [
  {
    words: "Staged-rollout gap, as amplifier",
    href: paths.search({ class: "staged-rollout-gap", role: "amplifier" }),
  },
  {
    words: "Cloudflare, feature file",
    href: paths.search({ q: '"feature file"', org: "cloudflare" }),
  },
  { words: "unbootable fleet", href: paths.search({ class: "unbootable-fleet" }) },
  { words: "status page down too", href: paths.search({ class: "observability-shared-fate" }) },
  {
    words: "where most held",
    href: paths.search({ role: "safeguard", sort: "factors" }),
  },
  { words: "paste an alert or a chat", href: paths.searchByText() },
];

/** The question box of the front page, with examples beneath it. */
export function Ask() {
  return (
    <>
      <search>
        <form action={paths.search()} className="ask ask-large">
          <input
            type="search"
            name="q"
            aria-label="What happened"
            placeholder="a factor, a symptom, a system…"
            autoComplete="off"
            data-search-box=""
          />
          <kbd className="js-only" aria-hidden="true">
            /
          </kbd>
          <button type="submit" className="btn">
            Search
          </button>
        </form>
      </search>
      <div className="try">
        <span id="try">Try</span>
        <ul aria-labelledby="try">
          {examples.map(({ words, href }) => (
            <li key={href}>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
