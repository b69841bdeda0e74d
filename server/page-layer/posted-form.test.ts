import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";

import { postedForm, tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { postedPages } from "#app/posted-pages";

import { type Asked, layerInFrontOf, type LayerUnderTest, writePage } from "./layer-under-test";

const open: LayerUnderTest[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const page = paths.searchByText();
const limit = postedPages.get(page) ?? 0;

/** A layer in front of a page that says which text it was sent, and tags itself as pages do. */
async function layer() {
  let rendered = 0;
  const made = await layerInFrontOf((_request, response) => {
    tagPage("incidents");
    rendered += 1;
    writePage(response, `<p>${rendered}: ${postedForm()?.get("text") ?? "nothing sent"}</p>`);
  });
  open.push(made);
  return made;
}

function sending(text: string, type = "application/x-www-form-urlencoded"): Asked {
  const body = new URLSearchParams({ text }).toString();
  return { method: "POST", headers: { "content-type": type }, body };
}

describe("a form that is sent to a page", () => {
  test("reaches the page, whose answer nobody keeps", async () => {
    const { get } = await layer();
    const first = await get(page, sending("a disk, full & “slow”"));
    expect(first.status).toBe(200);
    expect(first.text).toContain("1: a disk, full & “slow”");
    expect(first.headers["cache-control"]).toBe("private, no-cache");
    expect(first.headers).not.toHaveProperty("etag");
    expect((await get(page, sending("another"))).text).toContain("2: another");
    // Nor does who only reads the page see what was sent to it.
    expect((await get(page)).text).toContain("3: nothing sent");
    expect((await get(page)).text).toContain("3: nothing sent");
  });

  test("is refused in words where it is too large, and the server goes on", async () => {
    const { get } = await layer();
    const refused = await get(page, sending("x".repeat(limit)));
    expect(refused.status).toBe(413);
    expect(refused.text).toContain("Send less");
    expect((await get(page, sending("x".repeat(limit - 5)))).status).toBe(200);
  });

  test("is refused in words where much came from there, and others are answered", async () => {
    const { get } = await layer();
    const from = (client: string) => {
      const asked = sending("x".repeat(limit - 5));
      return { ...asked, headers: { ...asked.headers, "x-forwarded-for": client } };
    };
    const answers = [];
    for (let time = 0; time < 4; time++) answers.push(await get(page, from("198.51.100.7")));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
    const refused = answers.at(-1);
    expect(refused?.text).toMatch(
      /^There came much text from where you are\. Wait \d+ seconds?\.$/m,
    );
    const seconds = Number(refused?.headers["retry-after"]);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(15);
    expect(refused?.headers["cache-control"]).toBe("no-store");
    expect((await get(page, from("198.51.100.8"))).status).toBe(200);
  });

  test.each(["application/json", "multipart/form-data; boundary=x", "text/plain"])(
    "is refused in words as %s",
    async (type) => {
      const { get } = await layer();
      const refused = await get(page, sending("words", type));
      expect(refused.status).toBe(415);
      expect(refused.text).toContain("application/x-www-form-urlencoded");
    },
  );

  test.each(["/", "/search", `${page}/more`])("is not taken by %s", async (path) => {
    const { get } = await layer();
    expect((await get(path, sending("words"))).status).toBe(405);
  });

  test("that breaks off is no fault of ours", async () => {
    const complaints = vi.spyOn(console, "error").mockReturnValue();
    const { port, get } = await layer();
    const socket = connect(port, "127.0.0.1");
    const head = `POST ${page} HTTP/1.1\r\nHost: incidents.example\r\n`;
    const type = "Content-Type: application/x-www-form-urlencoded\r\n";
    socket.write(`${head}${type}Content-Length: 1000\r\n\r\ntext=half`);
    await once(socket, "connect");
    socket.destroy();
    await once(socket, "close");
    expect((await get(page, sending("whole"))).text).toContain("1: whole");
    expect(complaints).not.toHaveBeenCalled();
    complaints.mockRestore();
  });

  test.each(["%", "text=%FF%00", "text", "=", ""])("may be malformed: %j", async (body) => {
    const { get } = await layer();
    const answered = await get(page, { ...sending(""), body });
    expect(answered.status).toBe(200);
  });
});
