import { application } from "#server/application";
import { start } from "#server/start";

/** `hindsight start`: brings everything up, serves, and takes everything down again. */
export function run(): Promise<number> {
  return start(application("production"));
}
