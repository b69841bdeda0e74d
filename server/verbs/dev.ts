import { application } from "#server/application";
import { start } from "#server/start";

/** `hindsight dev`: like start, but pages are built as they are asked for and again when changed. */
export function run(): Promise<number> {
  return start(application("development"));
}
