import { describe, expect, test } from "vitest";

import type { Beside } from "../draft";
import { mergeBeside } from "./merge-beside";

const beside = (unfinished: Beside["unfinished"], setAside: Beside["setAside"] = []): Beside => ({
  unfinished,
  setAside,
  zone: null,
});
const aside = (text: string) => ({ place: "summary", rule: "blame", text, reason: "quoted" });

describe("what is kept beside a document", () => {
  test("is kept of both authors", () => {
    const merged = mergeBeside({
      base: beside({}),
      ours: beside({ started: "around lunch" }),
      theirs: beside({ resolved: "in the evening" }),
    });
    expect(merged.unfinished).toEqual({ started: "around lunch", resolved: "in the evening" });
  });

  test("is gone where one of them mended it and the other left it alone", () => {
    const base = beside({ started: "around lunch" });
    expect(mergeBeside({ base, ours: beside({}), theirs: base }).unfinished).toEqual({});
    expect(mergeBeside({ base, ours: base, theirs: beside({}) }).unfinished).toEqual({});
  });

  test("stands twice in a field into which both wrote", () => {
    const merged = mergeBeside({
      base: beside({ started: "lunch" }),
      ours: beside({ started: "around lunch" }),
      theirs: beside({ started: "after lunch" }),
    });
    expect(merged.unfinished).toEqual({ started: "after lunch / around lunch" });
  });

  test("stands once where one is the other written further", () => {
    const [begun, further] = ["around", "around lunch"].map((started) => beside({ started }));
    if (!begun || !further) throw new Error("two were made");
    const base = beside({});
    expect(mergeBeside({ base, ours: further, theirs: begun })).toEqual(further);
    expect(mergeBeside({ base, ours: begun, theirs: further })).toEqual(further);
  });

  test("stays where one mended what the other wrote further", () => {
    const base = beside({ started: "lunch" });
    const further = beside({ started: "around lunch" });
    expect(mergeBeside({ base, ours: further, theirs: beside({}) })).toEqual(further);
    expect(mergeBeside({ base, ours: beside({}), theirs: further })).toEqual(further);
  });

  test("has the zone that either chose, and of two the one that is saved already", () => {
    const of = (zone: string | null) => ({ ...beside({}), zone });
    const [none, berlin, utc] = [of(null), of("Europe/Berlin"), of("UTC")];
    expect(mergeBeside({ base: none, ours: berlin, theirs: none }).zone).toBe("Europe/Berlin");
    expect(mergeBeside({ base: none, ours: none, theirs: berlin }).zone).toBe("Europe/Berlin");
    expect(mergeBeside({ base: none, ours: utc, theirs: berlin }).zone).toBe("Europe/Berlin");
    expect(mergeBeside({ base: utc, ours: none, theirs: utc }).zone).toBeNull();
  });

  test("has what either set aside, but for what one took back", () => {
    const [kept, mine, other, takenBack] = ["kept", "mine", "other", "taken back"].map(aside);
    if (!kept || !mine || !other || !takenBack) throw new Error("four were made");
    const merged = mergeBeside({
      base: beside({}, [kept, takenBack]),
      ours: beside({}, [kept, mine]),
      theirs: beside({}, [kept, takenBack, other]),
    });
    expect(merged.setAside).toEqual([kept, other, mine]);
  });
});
