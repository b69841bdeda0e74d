import { describe, expect, test } from "vitest";

import { checkLanguage } from "./check-language";
import { createLanguageChecker } from "./language-checker";
import { partsOf } from "./name-people";

function namePeople(texts: readonly string[]): Map<string, string> {
  const checker = createLanguageChecker();
  const read = checker.read(texts.map((text) => ({ text, section: "story" as const })));
  return partsOf(
    read.flatMap((one) => one.people),
    { letters: read.flatMap((one) => one.letters) },
  );
}

describe("people", () => {
  test("get letters by first occurrence, the same one however they are named", () => {
    const parts = namePeople([
      "Priya Sharma paged Tom. @psharma restarted it.",
      "Priya thanked Sharma's mail from priya.sharma@corp.example; Tom Becker slept.",
      "Alice asked @tom.",
    ]);
    expect(Object.fromEntries(parts)).toEqual({
      "Priya Sharma": "on-call engineer A",
      Tom: "on-call engineer B",
      "@psharma": "on-call engineer A",
      Sharma: "on-call engineer A",
      Priya: "on-call engineer A",
      "priya.sharma@corp.example": "on-call engineer A",
      "Tom Becker": "on-call engineer B",
      Alice: "on-call engineer C",
      "@tom": "on-call engineer B",
    });
  });

  test("get the role that the text gives them", () => {
    const parts = namePeople([
      "Bob asked the incident commander Alice Jones and Tom (SRE).",
      "Priya, the database administrator, agreed. Database administrator Bob did not.",
    ]);
    expect([...parts.values()]).toEqual([
      "database administrator A",
      "incident commander B",
      "SRE C",
      "database administrator D",
    ]);
  });

  test("go on after Z", () => {
    const text = Array.from({ length: 28 }, (_, at) => `@user${at}x`).join(" ");
    const parts = [...namePeople([text]).values()];
    expect(parts.slice(25)).toEqual([
      "on-call engineer Z",
      "on-call engineer AA",
      "on-call engineer AB",
    ]);
  });

  test("are not looked for in code and addresses, but in what others said", () => {
    expect(namePeople(["`alice` and https://example.com/@bob", "> Alice: on it"]).size).toBe(1);
  });
});

function named(text: string, knownNames: readonly string[] = []): string[] {
  return checkLanguage(text, "quote", { knownNames }).map((finding) => finding.text);
}

describe("whoever is named once", () => {
  const shown = (text: string) =>
    checkLanguage(text, "story").map((one) => `${one.text}: ${one.suggestions[0]}`);

  test("is pointed out wherever they are named, with a capital where a sentence begins", () => {
    const text = "Priya deployed the flag. Everyone thanked Priya. Later Priya told Marcus.";
    expect(shown(text)).toEqual([
      "Priya: On-call engineer A",
      "Priya: on-call engineer A",
      "Priya: on-call engineer A",
      "Marcus: on-call engineer B",
    ]);
  });

  test.each([
    ["It was Tomás’s turn, and Tomás restarted it.", ["Tomás", "Tomás"]],
    ["Tomás Herrera restarted it.\n\n- Herrera slept.", ["Tomás Herrera", "Herrera"]],
    ["Dr Okafor joined. The plan was Okafor's.", ["Dr Okafor", "Okafor"]],
    ["Mark Taylor asked. Mark restarted it; we thanked Mark.", ["Mark Taylor", "Mark", "Mark"]],
    ["The Ops Lead Priya asked. Team Priya won.", ["Priya", "Priya"]],
    ["Fulgencio restarted it. Then Fulgencio slept.", ["Fulgencio", "Fulgencio"]],
    ["> 14:05 Søren: on it\n\nThe alert reached Søren first.", ["Søren", "Søren"]],
  ])("%s", (text, names) => {
    expect(checkLanguage(text, "story").flatMap((one) => nameIn(one))).toEqual(names);
  });

  test.each([
    ["April Jones asked. In April it rained.", ["April Jones"]],
    ["Mark Taylor asked. Mark the node as down.", ["Mark Taylor"]],
    ["Grace Lee asked. The Grace period and Grace Hopper Centre.", ["Grace Lee"]],
    ["Robert Bell asked. The Bell Labs paper said so.", ["Robert Bell"]],
    ["Maria asked. Hurricane Maria came.", ["Maria"]],
    ["Then Fulgencio woke. The Fulgencio broker is new.", []],
  ])("%s: others are left alone", (text, names) => {
    expect(checkLanguage(text, "story").flatMap((one) => nameIn(one))).toEqual(names);
  });

  test("gets a letter that nobody has been given before", () => {
    expect(shown("On-call engineer A paged SRE C. Priya and Marcus came.")).toEqual([
      "Priya: On-call engineer B",
      "Marcus: on-call engineer D",
    ]);
  });
});

function nameIn({ rule, text }: { rule: string; text: string }): string[] {
  return rule === "personal-name" ? [text] : [];
}

describe("names", () => {
  test.each([
    ["Alice restarted the node.", ["Alice"]],
    ["It was Alice's change.", ["Alice"]],
    ["Alice Smith and Bob Jones.", ["Alice Smith", "Bob Jones"]],
    ["Maria-Elena Garcia-Lopez left.", ["Maria-Elena Garcia-Lopez"]],
    ["John D. Rockwell asked.", ["John D. Rockwell"]],
    ["Mr. Thompson and Dr Okafor asked.", ["Mr. Thompson", "Dr Okafor"]],
    ["Mark Taylor and Grace Lee asked.", ["Mark Taylor", "Grace Lee"]],
    ["14:05 Bob: on it", ["Bob"]],
    ["cc @jane-doe, mail jane@corp.example.", ["@jane-doe", "jane@corp.example"]],
    ["<jane@corp.example> wrote", ["jane@corp.example"]],
    ["[Alice](https://example.com/people/alice) asked.", ["Alice"]],
    ["José, Jürgen and Michał asked.", ["José", "Jürgen", "Michał"]],
  ])("%s", (text, names) => {
    expect(named(text)).toEqual(names);
  });

  test.each([
    "Jenkins, Chef, Consul, Kafka, Ruby, Pascal, Alexa, Travis and Hudson ran.",
    "Murphy's law, Moore's law, Little's law, Dijkstra's algorithm and Alice's theorem.",
    "Grace period, Mark and sweep, Max connections, Will retry, Bill of materials, May release.",
    "Storm Ciara, Hurricane Maria, San Jose, Santa Clara, St. Louis, Port Elizabeth.",
    "Chief executive Alice Smith; Alice Smith, the minister; Senator Bob Jones; author Tom Becker.",
    "Alice Smith (1998) and Alice Smith et al. wrote it; so did Bob Jones [^1].",
    "MS Teams and the DR Site.",
    "@here @channel @oncall-team @Override @media @v1 @prisma/client a@b security@corp.example",
    "Jan 5, Jan. and Feb. were cold.",
    "Elizabeth Street and Peter Island.",
    "Alice 3.2 and Alice server.",
  ])("%s names nobody", (text) => {
    expect(named(text)).toEqual([]);
  });

  test("that are known may stand", () => {
    const text = "Alice Springs, Bob Evans Foods and Nancy Leveson; Bob Evans alone.";
    const known = ["Alice Springs", "Bob Evans Foods", "Nancy Leveson"];
    expect(named(text, known)).toEqual(["Bob Evans"]);
  });

  test("of someone public spare the pronouns beside them", () => {
    const rules = (text: string) => checkLanguage(text, "story").map(({ rule }) => rule);
    expect(rules("He reopened the valve.")).toEqual(["he-or-she"]);
    expect(rules("Minister Anna Schmidt said that she would ask.")).toEqual([]);
  });
});

describe("whoever is known by an account", () => {
  const members = ["Ada Admin", "Grace Lee", "Will Turner", "Eve Lindqvist", "Admin", "Zed"];
  const shown = (text: string) =>
    checkLanguage(text, "story", { members }).flatMap((one) => nameIn(one));

  test.each([
    ["Ada Admin restarted it.", ["Ada Admin"]],
    ["The change was Ada Admin's.", ["Ada Admin"]],
    ["Ada saw the graph first, and we asked Ada twice.", ["Ada", "Ada"]],
    ["Later Will told Grace about it.", ["Will", "Grace"]],
    ["Will restarted the cache.", ["Will"]],
    ["The page reached Zed.", ["Zed"]],
  ])("is pointed out by full name and first name: %s", (text, names) => {
    expect(checkLanguage(text, "story").flatMap((one) => nameIn(one))).not.toEqual(names);
    expect(shown(text)).toEqual(names);
  });

  test.each([
    "The Ada compiler and Ada code are old.",
    "With the Grace period over, Grace period alarms came.",
    "Will the cache be warm? Will it?",
    "Eve of Black Friday; it was Christmas Eve.",
    "An admin asked the Admin page.",
    "Admin rights were dropped by Admin Console.",
  ])("is not seen in other words: %s", (text) => {
    expect(shown(text)).toEqual([]);
  });
});
