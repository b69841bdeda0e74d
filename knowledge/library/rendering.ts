import type { IncidentDocument } from "#knowledge/incident/document";
import type { Fault } from "#knowledge/text/fault";
import type { Renderer } from "#knowledge/text/renderer";

import type { RenderedStory } from "./document-import.store";

/** A file with Markdown in it, and the line (from 1) on which the Markdown begins. */
interface StoryFile {
  readonly file: string;
  readonly storyLine: number;
  readonly document: IncidentDocument;
}

export interface Rendered<File> {
  readonly file: File;
  readonly story: RenderedStory;
}

type StoryOfFile<File> =
  | (Rendered<File> & { readonly kind: "rendered"; readonly notes: readonly Fault[] })
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

/** Stories under way at once: enough to keep the renderer busy, few enough to stop early. */
const underWay = 8;

/** Renders the stories of files in turn; every story that is refused is a fault of its file. */
export async function renderStories<File extends StoryFile>(
  renderer: Renderer,
  files: readonly File[],
  say: (line: string) => void,
): Promise<{ rendered: Rendered<File>[]; faults: Fault[] }> {
  const rendered: Rendered<File>[] = [];
  const faults: Fault[] = [];
  let said = Date.now();
  for (let begin = 0; begin < files.length; begin += underWay) {
    const group = files.slice(begin, begin + underWay);
    const answers = await Promise.all(group.map((file) => renderStory(renderer, file)));
    for (const answer of answers) {
      if (answer.kind === "refused") faults.push(...answer.faults);
      else rendered.push(answer);
    }
    // What is shown in a harmless form is told, not refused.
    const notes = answers.flatMap((answer) => (answer.kind === "rendered" ? answer.notes : []));
    for (const note of notes) say(inWords(note));
    if (Date.now() - said > 2_000) {
      said = Date.now();
      say(`  rendered ${begin + group.length} of ${files.length} stories`);
    }
  }
  return { rendered, faults };
}

async function renderStory<File extends StoryFile>(
  renderer: Renderer,
  file: File,
): Promise<StoryOfFile<File>> {
  const citations = file.document.record.sources.map(({ id }) => id);
  const answer = await renderer.render(file.document.story, { citations });
  const faults = answer.faults.map((fault) => inFile(file, fault));
  if (answer.kind === "refused") return { kind: "refused", faults };
  const { html, headings, version } = answer;
  return { kind: "rendered", file, story: { html, headings, version }, notes: faults };
}

function inWords({ file, line, message }: Fault): string {
  return `  note: ${file}:${line}: ${message}`;
}

function inFile(
  file: { file: string; storyLine: number },
  fault: { line: number; message: string },
): Fault {
  return { file: file.file, line: file.storyLine + fault.line - 1, message: fault.message };
}

/** Renders the text of patterns; they cite nothing of their own. */
export async function renderPatterns<
  Pattern extends { file: string; bodyLine: number; body: string },
>(
  renderer: Renderer,
  patterns: readonly Pattern[],
): Promise<{ rendered: (Pattern & { bodyHtml: string })[]; faults: Fault[] }> {
  const rendered: (Pattern & { bodyHtml: string })[] = [];
  const faults: Fault[] = [];
  for (const pattern of patterns) {
    const answer = await renderer.render(pattern.body, { citations: [] });
    if (answer.kind === "rendered") rendered.push({ ...pattern, bodyHtml: answer.html });
    else {
      const place = { file: pattern.file, storyLine: pattern.bodyLine };
      faults.push(...answer.faults.map((fault) => inFile(place, fault)));
    }
  }
  return { rendered, faults };
}
