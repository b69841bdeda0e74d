import type { Factor, IncidentRecord } from "#knowledge/incident/document";
import { roleMeanings, standingMeanings } from "#knowledge/incident/vocabulary";

import { paths } from "../../paths";
import { Words } from "../../_ui/words";
import type { PageTexts } from "../page-texts";
import { RoleMark } from "../role-mark";
import { byRole } from "./factor-chain";

interface Props {
  readonly record: IncidentRecord;
  readonly texts: PageTexts;
}

/** Each factor whole: statement, mechanism, classes, how sure the record is, sources. */
export function FactorList({ record, texts }: Props) {
  return (
    <div className="factor-groups">
      {byRole(record.factors).map(({ role, factors }) => (
        <section key={role} className={`factor-group group-${role}`}>
          <div className="factor-role">
            <h3>
              <RoleMark role={role} many />
            </h3>
            <p>{roleMeanings[role]}</p>
          </div>
          <ol>
            {factors.map((factor) => (
              <FactorItem key={factor.id} factor={factor} texts={texts} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function FactorItem({ factor, texts }: { factor: Factor; texts: PageTexts }) {
  const { id, statement, detail, classes, mitigations, standing, source, luck } = factor;
  return (
    <li id={`factor-${id}`} className="factor">
      <h4>
        <Words html={texts.html(statement)} />
        <a className="anchor" href={`#factor-${id}`} aria-label="Link to this factor">
          #
        </a>
      </h4>
      {detail !== undefined && <Words as="p" html={texts.html(detail, source)} />}
      <p className="factor-notes">
        {classes.map((slug) => (
          <a key={slug} className="chip" href={paths.failureClass(slug)}>
            {texts.name(slug)?.title ?? slug}
          </a>
        ))}
        {mitigations.map((slug) => (
          <NamedChip key={slug} slug={slug} texts={texts} />
        ))}
        {luck && <span className="chip luck">By luck</span>}
        <span title={standingMeanings[standing]}>{standing}</span>
        {detail === undefined && source.length > 0 && <Words html={texts.html("", source)} />}
      </p>
    </li>
  );
}

/** A chip for something that need not have a page. */
function NamedChip({ slug, texts }: { slug: string; texts: PageTexts }) {
  const thing = texts.name(slug);
  if (!thing) return <span className="chip">{slug.replaceAll("-", " ")}</span>;
  return (
    <a className="chip" href={paths.named(thing.kind, thing.slug)}>
      {thing.title}
    </a>
  );
}
