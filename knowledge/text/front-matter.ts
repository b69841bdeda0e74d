import type { z } from "zod";

import { faultsAt, inLineOrder, story, type Fault, type Path } from "./fault";
import { readRaw } from "./raw-source";
import { fit } from "./schema-faults";
import { faultsBeforeParsing } from "./story-limits";
import { parseYaml } from "./yaml-source";

/** The longest file of Markdown with front matter, and the most marks its front matter may hold. */
interface FrontMatterLimits {
  readonly bytes: number;
  readonly marks: number;
}

const usualLimits: FrontMatterLimits = { bytes: 1_000_000, marks: 60_000 };

/** Markdown with YAML before it, taken apart. */
interface FrontMatter<Value> {
  readonly value: Value;
  /** What follows, byte for byte. */
  readonly body: string;
  /** The line of the file on which a path of the front matter, or `["story", n]`, stands. */
  readonly lineOf: (path: Path) => number;
}

type ReadFrontMatter<Value> =
  | ({ readonly kind: "read" } & FrontMatter<Value>)
  | { readonly kind: "faulty"; readonly faults: Fault[] };

const fence = "---\n";

/** Puts front matter (whole lines of YAML) and body together; the inverse of taking them apart. */
export function withFrontMatter(yaml: string, body: string): string {
  // The blank line is a part of the fence: a body that begins with one of its own has two.
  return `${fence}${yaml}${fence}${body === "" ? "" : `\n${body}`}`;
}

/** Reads a file of Markdown with front matter by a schema; all its faults at once. Never throws. */
export function readFrontMatter<Schema extends z.ZodType>(
  source: string,
  file: string,
  schema: Schema,
  limits: FrontMatterLimits = usualLimits,
): ReadFrontMatter<z.infer<Schema>> {
  const raw = readRaw(source, file, limits.bytes);
  const faulty = (faults: readonly Fault[]) => {
    return { kind: "faulty" as const, faults: inLineOrder([...raw.faults, ...faults]) };
  };
  if (raw.text === "" && raw.faults.length > 0) return faulty([]);
  const parts = takeApart(raw.text, file);
  if (parts.kind === "faulty") return faulty(parts.faults);

  const { body, bodyLine } = parts;
  const unreadable = faultsBeforeParsing(body).map(({ line, message }) => {
    return { file, line: bodyLine + line - 1, message: `${story}: ${message}` };
  });
  const read = parseYaml(parts.yaml, { file, firstLine: 2, marks: limits.marks });
  if (read.kind === "faulty") return faulty([...read.faults, ...unreadable]);
  // A draft that says nothing yet has no line between its fences.
  const fitting = fit(schema, read.value ?? {});
  const misfits = fitting.kind === "misfits" ? fitting.misfits : [];
  const faults = [...faultsAt(misfits, { file, lineOf: read.lineOf }), ...unreadable];
  if (fitting.kind === "misfits" || faults.length + raw.faults.length > 0) return faulty(faults);
  const lineOf = (path: Path) =>
    path[0] === story ? bodyLine + Number(path[1] ?? 0) : read.lineOf(path);
  return { kind: "read", value: fitting.value, body, lineOf };
}

type Parts =
  | { kind: "parts"; yaml: string; body: string; bodyLine: number }
  | { kind: "faulty"; faults: Fault[] };

function takeApart(text: string, file: string): Parts {
  const faulty = (message: string): Parts => ({
    kind: "faulty",
    faults: [{ file, line: 1, message }],
  });
  if (!text.startsWith(fence)) {
    return faulty("expected front matter: a first line of three hyphens (---), found none");
  }
  const end = /^---(?:\n|$)/m.exec(text.slice(fence.length));
  if (!end)
    return faulty(
      "expected a second line of three hyphens (---) to end the front matter, found none",
    );
  const yaml = text.slice(fence.length, fence.length + end.index);
  const rest = text.slice(fence.length + end.index + end[0].length);
  const body = rest.startsWith("\n") ? rest.slice(1) : rest;
  const before = text.length - body.length;
  const bodyLine = text.slice(0, before).split("\n").length;
  return { kind: "parts", yaml, body, bodyLine };
}
