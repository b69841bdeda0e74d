import type { Metadata } from "next";
import { Fragment } from "react";

import { openApi } from "#app/_api/openapi";
import { Shell } from "#app/_parts/shell";
import { Section } from "#app/_ui/section";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { absolute, paths } from "#app/paths";

import { describedApi, type DescribedEndpoint } from "./_description/described-api";

export function generateMetadata(): Metadata {
  return metadataOf({
    title: "API",
    description:
      "What machines can read and ask here: search, incidents, factors, failure classes, blameless language.",
    canonical: paths.api(),
    twins: { "application/openapi+json": paths.apiDescription() },
  });
}

export default function ApiPage() {
  tagPage("incidents");
  const { about, endpoints, parameters, shapes } = describedApi(openApi());
  return (
    <Shell>
      <div className="page api">
        <h1 className="title">For machines</h1>
        <p className="lede mt-3">{inCode(about)}</p>
        <p className="remark mt-3">
          The same as OpenAPI 3.1: <a href={paths.apiDescription()}>openapi.json</a>
        </p>
        {endpoints.map((endpoint) => (
          <EndpointSection key={endpoint.path} endpoint={endpoint} />
        ))}
        <Files />
        <Section id="parameters" title="Parameters of the lists" className="api-section">
          <p>
            A list is written by repeating its name: <code>class=a&amp;class=b</code>. A value that
            a parameter cannot have counts as not given.
          </p>
          <Fields rows={parameters} />
        </Section>
        <Section id="answers" title="Answers" className="api-section">
          {shapes.map(({ name, about: told, fields }) => (
            <div key={name} id={`answer-${name}`} className="api-shape">
              <h3 className="subhead">{name}</h3>
              {told !== "" && <p>{inCode(told)}</p>}
              <Fields rows={fields} />
            </div>
          ))}
        </Section>
      </div>
    </Shell>
  );
}

function EndpointSection({ endpoint }: { endpoint: DescribedEndpoint }) {
  const { id, title, path, method, about, question, answer, takes, problems } = endpoint;
  return (
    <Section id={id} title={title} className="api-section">
      <p className="api-address">
        <code>
          {method} {path}
        </code>
      </p>
      <p>{inCode(about)}</p>
      <dl className="api-facts">
        {takes && (
          <>
            <dt>Takes</dt>
            <dd>
              <a href="#parameters">the parameters of the lists</a>
            </dd>
          </>
        )}
        {question !== null && (
          <>
            <dt>Takes</dt>
            <dd>
              <a href={`#answer-${question}`}>{question}</a>, as JSON
            </dd>
          </>
        )}
        <dt>Answers</dt>
        <dd>
          <a href={`#answer-${answer}`}>{answer}</a>
          {problems.map(({ status, meaning }) => (
            <Fragment key={status}>
              , or {status}: {lowerFirst(meaning)}
            </Fragment>
          ))}
        </dd>
        <dt>Try</dt>
        <dd>
          <Example endpoint={endpoint} />
        </dd>
      </dl>
    </Section>
  );
}

/** A link to follow, or the command that sends something. */
function Example({ endpoint }: { endpoint: DescribedEndpoint }) {
  const { path, question, example } = endpoint;
  if (question === null) {
    return (
      <a href={example}>
        <code>{absolute(example)}</code>
      </a>
    );
  }
  return (
    <code>
      curl {absolute(path)} --json &apos;{example}&apos;
    </code>
  );
}

interface Field {
  readonly name: string;
  readonly form: string;
  readonly about: string;
}

function Fields({ rows }: { rows: readonly Field[] }) {
  return (
    <dl className="api-fields">
      {rows.map(({ name, form, about }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            <span className="api-form">{form}</span>
            {about !== "" && <p>{inCode(about)}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Files() {
  return (
    <Section id="files" title="A search as a file or a feed" className="api-section">
      <p>
        Every address of the search page can be had in other forms: put one of these endings before
        the question mark.
      </p>
      <Fields
        rows={[
          {
            name: paths.searchJson(),
            form: "JSON",
            about: "One page of results in the shape of Search.",
          },
          {
            name: paths.searchCsv(),
            form: "CSV",
            about:
              "All incidents, up to 10,000, to be opened in a spreadsheet. The header `X-Cut-After` says that there were more.",
          },
          {
            name: paths.searchCsv({ rows: "factors" }),
            form: "CSV",
            about: "All factors that match, one a line.",
          },
          {
            name: paths.searchAtom(),
            form: "Atom",
            about:
              "The fifty incidents that are newest here among those that match. Subscribed to, it tells of each once.",
          },
        ]}
      />
    </Section>
  );
}

/** Words in which what stands between backquotes is code. */
function inCode(words: string) {
  return words
    .split("`")
    .map((part, at) => (at % 2 === 0 ? part : <code key={`${at}-${part}`}>{part}</code>));
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");
}
