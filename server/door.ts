import { actorOf } from "#knowledge/people/sign-in.store";
import { guardedSite } from "#knowledge/people/site.store";

/** Keeps visitors out of a site that is for members only. */
export type Door = {
  admits: (path: string, cookies: string) => boolean | Promise<boolean>;
  /** What is settled for the site may have changed. */
  forget: () => void;
  /** Changes are not heard of: the database is asked each time. */
  suspend: () => void;
  resume: () => void;
};

/** What anybody needs in order to become a member, or to run the site. */
const ALWAYS_OPEN = [
  /^\/(?:sign-in|setup|healthz|readyz|robots\.txt|icon\.svg|favicon\.ico)$/,
  /^\/(?:join|reset)\/[^/]+$/,
  /^\/(?:_next\/static|assets)\//,
  // Each of these asks by itself who it is.
  /^\/api\/(?:sessions|accounts|passwords)$/,
];

/** A door that remembers whether the site is for members only until it is told to forget it. */
export function createDoor(): Door {
  let membersOnly: boolean | undefined;
  let last: boolean | undefined;
  let hearing = false;
  let forgotten = 0;

  async function isForMembers(): Promise<boolean> {
    const before = forgotten;
    try {
      last = (await guardedSite()).membersOnly;
    } catch (error) {
      // Without a database what is kept is served on, as it was settled when it went away.
      if (last === undefined) throw error;
      return last;
    }
    // What was read while it changed is not remembered.
    if (hearing && forgotten === before) membersOnly = last;
    return last;
  }

  async function admitsMembers(cookies: string): Promise<boolean> {
    if (!(membersOnly ?? (await isForMembers()))) return true;
    return (await actorOf(new Headers({ cookie: cookies }))).kind === "member";
  }

  function forget() {
    forgotten += 1;
    membersOnly = undefined;
  }

  return {
    admits(path, cookies) {
      if (membersOnly === false) return true;
      return ALWAYS_OPEN.some((open) => open.test(path)) || admitsMembers(cookies);
    },
    forget,
    suspend() {
      hearing = false;
      forget();
    },
    resume() {
      hearing = true;
      forget();
    },
  };
}
