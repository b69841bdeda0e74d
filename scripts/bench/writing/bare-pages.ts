import { build } from "esbuild";
import type { Locator, Page } from "@playwright/test";

import { projectFolder } from "#server/project";

// Nothing but a text that can be typed in: what any editor costs at least in this browser.
const shell = (inner: string) =>
  `<!doctype html><title>Bare</title><style>body{margin:2rem;font:1rem/1.6 sans-serif}textarea{width:40rem;field-sizing:content}</style>${inner}`;

const editor = `
  import { EditorView, keymap } from "@codemirror/view";
  import { defaultKeymap } from "@codemirror/commands";
  new EditorView({
    parent: document.body,
    doc: globalThis.bareText,
    extensions: [EditorView.lineWrapping, keymap.of(defaultKeymap)],
  });`;

/** A page with nothing but a textarea that holds a text. */
export async function bareTextarea(page: Page, text: string): Promise<Locator> {
  await page.setContent(shell("<textarea></textarea>"));
  const field = page.locator("textarea");
  await field.fill(text);
  return field;
}

/** A page with nothing but CodeMirror, without a language, that holds a text. */
export async function bareCodeMirror(page: Page, text: string): Promise<Locator> {
  const { outputFiles } = await build({
    stdin: { contents: editor, resolveDir: projectFolder },
    bundle: true,
    minify: true,
    format: "iife",
    write: false,
    logLevel: "silent",
  });
  await page.setContent(shell(""));
  await page.evaluate((bareText) => Object.assign(globalThis, { bareText }), text);
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  return page.locator(".cm-content");
}
