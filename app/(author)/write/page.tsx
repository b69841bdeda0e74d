import { Missing } from "#app/_parts/missing";
import { Shell } from "#app/_parts/shell";
import { currentMember, flashFor, refusePage } from "#app/_session/current";
import { Notice } from "#app/_ui/form";
import { paths } from "#app/paths";
import { mayOnSite } from "#knowledge/people/rules";
import { readTemplate, type Template } from "#knowledge/review/template";
import { templateFiles } from "#knowledge/review/template.store";

export const metadata = { title: "Write a review" };

// The order in which one thinks of them; an organisation's own follow.
const usual = [
  "full-review",
  "short-review",
  "near-miss",
  "security-review",
  "learning-review",
  "public-summary",
];

export default async function WritePage() {
  const page = paths.write();
  const member = await currentMember(page);
  if (!mayOnSite(member, "begin a review")) {
    await refusePage(member, page);
    return <Missing />;
  }
  const templates = await readableTemplates();
  return (
    <Shell>
      <div className="page">
        <h1 className="title">Write a review</h1>
        <p className="lede mt-3">
          What happened, what made it possible, and what held. Choose how much to ask; sections can
          be left empty, and everything is kept as you type.
        </p>
        <p className="mt-2">
          Or <a href={paths.importReview()}>take over what is written already</a>: Markdown, a wiki
          page, an export.
        </p>
        <Notice {...await flashFor(page)} />
        <ul className="templates">
          {templates.map(({ slug, template }) => (
            <li key={slug}>
              <form method="post" action={paths.apiReviews()}>
                <input type="hidden" name="template" value={slug} />
                <h2 className="subhead">{template.title}</h2>
                <p className="mt-1">{template.for}</p>
                <p className="mt-2 text-small text-soft">
                  {template.sections.map(({ heading }) => heading).join(" · ")}
                </p>
                <button
                  type="submit"
                  className="btn btn-strong mt-3"
                  aria-label={`Begin: ${template.title}`}
                >
                  Begin
                </button>
              </form>
            </li>
          ))}
        </ul>
      </div>
    </Shell>
  );
}

async function readableTemplates(): Promise<{ slug: string; template: Template }[]> {
  const files = await templateFiles();
  const read = files.flatMap(({ slug, source }) => {
    const template = readTemplate(source, `templates/${slug}.md`);
    return template.kind === "read" ? [{ slug, template: template.value }] : [];
  });
  const place = ({ slug }: { slug: string }) => {
    const at = usual.indexOf(slug);
    return at === -1 ? usual.length : at;
  };
  return read.toSorted((one, other) => place(one) - place(other));
}
