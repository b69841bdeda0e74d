import { z } from "zod";

/**
 * What a change has to say to the page that is shown next: that it was done, or why not, with what
 * was typed so that nobody types it twice. It travels in a cookie that only the server reads, for a
 * few seconds; never in an address, where links and names would stay behind.
 */
export const Flash = z.object({
  /** The path of the page that it is meant for. */
  page: z.string(),
  /** What went wrong, as a sentence. */
  fault: z.string().optional(),
  /** What was done, likewise. */
  said: z.string().optional(),
  /** What had been typed, without passwords; or what the page shows once, such as a new link. */
  values: z.record(z.string(), z.string()).default({}),
});
export type Flash = z.input<typeof Flash>;
export type FlashShown = z.output<typeof Flash>;

export const flashCookie = "hindsight-said";

/** Seconds for which it can be read: long enough for a slow line, too short for the next visit. */
const flashSeconds = 20;

/** The cookie as a `Set-Cookie` header has it. */
export function flashHeader(flash: Flash): string {
  const value = Buffer.from(JSON.stringify(flash)).toString("base64url");
  const secure = (process.env.PUBLIC_URL ?? "").startsWith("https:") ? "; Secure" : "";
  return `${flashCookie}=${value}; Path=/; Max-Age=${flashSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** What a cookie says to the page at this path; null where it is meant for another, or is nothing. */
export function readFlash(value: string | undefined, page: string): FlashShown | null {
  if (value === undefined) return null;
  try {
    const read = Flash.safeParse(JSON.parse(Buffer.from(value, "base64url").toString("utf8")));
    return read.success && read.data.page === page ? read.data : null;
  } catch {
    return null;
  }
}
