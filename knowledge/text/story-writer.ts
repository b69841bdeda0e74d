import type { Properties, Root, RootContent } from "hast";
import { escapeHtml } from "./html";

const VOID = new Set(["br", "hr", "img", "input"]);
const NAMES: Readonly<Record<string, string>> = { className: "class", tabIndex: "tabindex" };

/**
 * Writes a tree that has passed the schema as HTML, in the one form that `htmlTokens` reads: small
 * names, every value in double quotes, and no `<` or `>` but those of tags. (The usual writer
 * leaves these signs bare in attributes, which is valid but takes a full parser to read again.)
 */
export function writeHtml(root: Root): string {
  return root.children.map(written).join("");
}

function written(node: RootContent): string {
  if (node.type === "text") return escapeHtml(node.value);
  if (node.type !== "element") return "";
  const { tagName, properties, children } = node;
  const start = `<${tagName}${attributes(properties)}>`;
  return VOID.has(tagName) ? start : `${start}${children.map(written).join("")}</${tagName}>`;
}

function attributes(properties: Properties): string {
  return Object.entries(properties)
    .filter(([, value]) => isWritten(value))
    .map(([name, value]) => ` ${attributeName(name)}="${escapeHtml(valueText(value))}"`)
    .join("");
}

function isWritten(value: Properties[string]): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== false && value !== null && value !== undefined;
}

function attributeName(property: string): string {
  const hyphened = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (property.startsWith("data")) return hyphened;
  // `ariaDescribedBy` is `aria-describedby`.
  if (property.startsWith("aria")) return `aria-${property.slice("aria".length).toLowerCase()}`;
  return NAMES[property] ?? property;
}

function valueText(value: Properties[string]): string {
  if (Array.isArray(value)) return value.join(" ");
  return value === true ? "" : String(value);
}
