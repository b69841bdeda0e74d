/*
 * What a reader chose is kept in the browser, never in a cookie. A browser may refuse to keep
 * anything; then a choice holds for the page.
 */

type Theme = "light" | "dark";

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a choice; an empty one is forgotten. */
export function remember(key: string, value: string): void {
  try {
    if (value === "") localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Refused: the choice holds for this page.
  }
}

export function themeOf(text: string | null): Theme | null {
  return text === "light" || text === "dark" ? text : null;
}

export function rememberedTheme(): Theme | null {
  return themeOf(remembered("theme"));
}
