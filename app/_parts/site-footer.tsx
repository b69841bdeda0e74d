import { paths } from "#app/paths";

const links: readonly { name: string; href: string }[] = [
  { name: "Glossary", href: paths.glossary() },
  { name: "Organisations", href: paths.organizations() },
  { name: "Products", href: paths.products() },
  { name: "Sources", href: paths.sources() },
  { name: "Atom feed", href: paths.feedAtom() },
  { name: "JSON feed", href: paths.feedJson() },
  { name: "API", href: paths.api() },
];

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div className="page">
        <p>
          Hindsight takes public incidents apart into the factors that made them possible, set them
          off, made them worse, hid them, or held; so that one can ask whether it has happened
          before.
        </p>
        <nav aria-label="More">
          <ul>
            {links.map(({ name, href }) => (
              <li key={href}>
                <a className="quiet" href={href}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
          <p className="mt-1 text-faint">
            Content{" "}
            <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
              CC BY 4.0
            </a>
          </p>
        </nav>
        <label className="theme-choice js-only ml-auto">
          Appearance
          <select className="field" data-theme-choice="" autoComplete="off">
            <option value="">As the system</option>
            <option value="light">Light</option>
            <option value="dark">Dark</option>
          </select>
        </label>
      </div>
    </footer>
  );
}
