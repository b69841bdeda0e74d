import { readdirSync } from "node:fs";
import { join } from "node:path";

import { projectFolder } from "../project";

/** A file of `app/` that answers at addresses of its own. */
export interface AppRoute {
  readonly kind: "page" | "handler";
  /** From the project's folder, with `/` before it. */
  readonly file: string;
  /** The parts of its address; `[name]` stands for any one, `[...name]` for all that follow. */
  readonly segments: readonly string[];
}

/** Every page and handler there is, those with fewer parameters first. */
export function appRoutes(): AppRoute[] {
  const files = readdirSync(join(projectFolder, "app"), { recursive: true, encoding: "utf8" });
  return files
    .flatMap((file) => {
      const found = /^(.*?)\/?(page|route)\.tsx?$/.exec(file);
      if (!found) return [];
      const [, folder = "", what] = found;
      const segments = folder.split("/").filter((one) => one !== "" && !/^\(.*\)$/.test(one));
      const kind = what === "page" ? ("page" as const) : ("handler" as const);
      return [{ kind, file: `/app/${file}`, segments }];
    })
    .toSorted((a, b) => openness(a) - openness(b));
}

/** How much a route leaves open; one that takes all that follows comes after all others. */
function openness({ segments }: AppRoute): number {
  return segments.reduce((sum, one) => sum + (one.startsWith("[...") ? 100 : +isParameter(one)), 0);
}

function isParameter(segment: string): boolean {
  return segment.startsWith("[");
}

/** What stands at a path, and what its parameters are there; null where nothing does. */
export function routeAt(
  routes: readonly AppRoute[],
  path: string,
): { route: AppRoute; params: Record<string, string | string[]> } | null {
  const parts = path
    .split("/")
    .filter((part) => part !== "")
    .map(decodeURIComponent);
  for (const route of routes) {
    const params = paramsOf(route, parts);
    if (params) return { route, params };
  }
  return null;
}

function paramsOf(
  { segments }: AppRoute,
  parts: readonly string[],
): Record<string, string | string[]> | null {
  const params: Record<string, string | string[]> = {};
  const rest = segments.at(-1)?.startsWith("[...") ?? false;
  if (rest ? parts.length < segments.length : parts.length !== segments.length) return null;
  for (const [at, segment] of segments.entries()) {
    const name = segment.replace(/^\[(?:\.\.\.)?|\]$/g, "");
    if (segment.startsWith("[...")) params[name] = parts.slice(at);
    else if (isParameter(segment)) params[name] = parts[at] ?? "";
    else if (segment !== parts[at]) return null;
  }
  return params;
}
