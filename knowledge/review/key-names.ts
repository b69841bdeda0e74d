/** The keys of a document in words, for those who read what changed in it. */
const names: Readonly<Record<string, string>> = {
  formerly: "Former addresses",
  organization: "Organisation",
  noticedBy: "Noticed by",
  related: "Related incidents",
  what: "What",
  figure: "Headline figure",
  source: "Source",
  id: "Cited as",
  at: "Time",
  belief: "What was believed",
  classes: "Failure classes",
  detail: "Mechanism",
  luck: "By luck",
  doneWhen: "Done when",
  slug: "Incident",
  url: "Address",
  seen: "How far it was read",
  via: "Read in",
};

/** What a key of the record or of a row is called. */
export function keyName(key: string): string {
  return names[key] ?? key.charAt(0).toUpperCase() + key.slice(1);
}
