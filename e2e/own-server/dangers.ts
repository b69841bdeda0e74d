import type { Page } from "@playwright/test";

/**
 * Everything in a page that could run, load or lead where it must not. With `isEditor` the page has
 * the framework's scripts, as they stand in its policy, and a text editor with styles of its own.
 */
export function dangersOn(page: Page, isEditor = false): Promise<string[]> {
  return page.evaluate((mayStyle) => {
    const ofFramework = (script: Element) =>
      mayStyle &&
      ((script.getAttribute("src")?.startsWith("/_next/static/") ?? false) ||
        /^(?:\(?self\.__next_f|\(globalThis\["TURBOPACK"\])/.test(script.textContent));
    const own = (href: string) =>
      ["http:", "https:", "mailto:"].includes(new URL(href, location.href).protocol);
    const all = [...document.querySelectorAll("*")];
    const alien = ["iframe", "object", "embed", "base", "foreignobject", "math"];
    return [
      ...all.filter(({ localName }) => alien.includes(localName)),
      ...all.filter(({ localName }) => localName === "style" && !mayStyle),
      ...[
        ...document.querySelectorAll("script:not([src^='/assets/'], [type='application/ld+json'])"),
      ].filter((script) => !ofFramework(script)),
      ...all.filter((element) =>
        element
          .getAttributeNames()
          .some(
            (name) => name.startsWith("on") || name === "srcdoc" || (name === "style" && !mayStyle),
          ),
      ),
      ...[...document.querySelectorAll("a[href]")].filter(
        (link) => !own(link.getAttribute("href") ?? ""),
      ),
      ...[...document.querySelectorAll("img[src]")].filter(
        (image) => !image.getAttribute("src")?.startsWith("/"),
      ),
      ...[...document.querySelectorAll("form")].filter(
        (form) => new URL(form.action).origin !== location.origin,
      ),
      ...document.querySelectorAll("meta[http-equiv]"),
    ].map((element) => element.outerHTML.slice(0, 160));
  }, isEditor);
}
