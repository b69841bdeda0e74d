import { changing, refused } from "#app/_api/changing";
import { inSpan } from "#app/_api/in-span";
import { inWords } from "#app/_api/faults-in-words";
import { clientOf } from "#app/_api/own-origin";
import { typed } from "#app/_api/typed";
import { paths } from "#app/paths";
import { count } from "#knowledge/people/limit.store";
import { NewNote, sendNote } from "#knowledge/review/send-note";
import { Slug } from "#knowledge/text/slug";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const field = (longest: number) => z.string().max(longest).default("");

/** What can be looked at, so that a person who wrote too much is told so with their text. */
const Sent = z.object({
  incident: Slug,
  text: field(20_000),
  url: field(4_000),
  credit: field(1_000),
});

const { text, url, credit } = NewNote.shape;
const Written = z.object({
  text: typed(text),
  url: typed(url.unwrap()),
  credit: typed(credit.unwrap()),
});

/** Takes a reader's note on an incident. */
export function POST(request: Request): Promise<Response> {
  return changing(
    request,
    { body: Sent, page: paths.incidents() },
    async ({ actor, body: { incident, ...sent }, headers }) => {
      const back = paths.incident(incident);
      const refuse = (status: number, why: string) => {
        const { kept, more } = keeping(sent);
        return refused(back, status, `${why} Nothing was sent.${more}`, kept);
      };
      const written = Written.safeParse(sent);
      if (!written.success) return refuse(422, inWords(written.error));
      const { text: said } = written.data;
      if (said === null) return refuse(422, "Write what is wrong, or missing.");
      const client = clientOf(headers);
      const seconds = await count("notes from", client);
      if (seconds > 0) {
        const wait = `There came many notes from where you are. Wait ${inSpan(seconds)}.`;
        return { ...refuse(429, wait), headers: { "retry-after": String(seconds) } };
      }
      const outcome = await sendNote(actor, incident, { ...written.data, text: said }, client);
      if (outcome.kind === "unknown") {
        return refused(paths.incidents(), 404, "There is no incident of this name.");
      }
      const receipt = paths.note(outcome.token);
      const thanks = "Thank you. The editors have your note.";
      return { kind: "done", next: back, value: { receipt }, said: thanks, values: { receipt } };
    },
  );
}

/** Browsers keep no cookie beyond 4,096 bytes, in which what was typed travels back. */
const mostKept = 2_200;

function keeping(sent: Readonly<Record<"text" | "url" | "credit", string>>) {
  return Buffer.byteLength(JSON.stringify(sent)) <= mostKept
    ? { kept: sent, more: "" }
    : { kept: {}, more: " Go back one page in your browser: what you wrote still stands there." };
}
