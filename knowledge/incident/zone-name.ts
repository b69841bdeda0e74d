/** What an abbreviation of a zone stands for. */
export interface Abbreviation {
  /** Minutes ahead of UTC. */
  readonly minutes: number;
  /** Said where the abbreviation has several meanings: which was taken, which were not. */
  readonly ambiguity?: string;
  /** A region in which it holds for one half of the year only. */
  readonly season?: string;
}

const losAngeles = "America/Los_Angeles";
const denver = "America/Denver";
const chicago = "America/Chicago";
const newYork = "America/New_York";
const berlin = "Europe/Berlin";
const london = "Europe/London";
const sydney = "Australia/Sydney";

const hour = 60;

/** Abbreviations that name one distance from UTC, in the meaning that English reports give them. */
export const abbreviations: ReadonlyMap<string, Abbreviation> = new Map<string, Abbreviation>([
  ["UTC", { minutes: 0 }],
  ["GMT", { minutes: 0 }],
  ["UT", { minutes: 0 }],
  ["WET", { minutes: 0 }],
  ["WEST", { minutes: hour }],
  [
    "BST",
    {
      minutes: hour,
      ambiguity: "British Summer Time (UTC+01:00), not Bangladesh Standard Time (UTC+06:00)",
      season: london,
    },
  ],
  ["CET", { minutes: hour, season: berlin }],
  ["MEZ", { minutes: hour, season: berlin }],
  ["WAT", { minutes: hour }],
  ["CEST", { minutes: 2 * hour, season: berlin }],
  ["MESZ", { minutes: 2 * hour, season: berlin }],
  ["EET", { minutes: 2 * hour, season: "Europe/Helsinki" }],
  ["SAST", { minutes: 2 * hour }],
  ["CAT", { minutes: 2 * hour }],
  ["EEST", { minutes: 3 * hour, season: "Europe/Helsinki" }],
  ["EAT", { minutes: 3 * hour }],
  ["MSK", { minutes: 3 * hour }],
  ["TRT", { minutes: 3 * hour }],
  ["GST", { minutes: 4 * hour }],
  ["PKT", { minutes: 5 * hour }],
  [
    "IST",
    {
      minutes: 5 * hour + 30,
      ambiguity:
        "India Standard Time (UTC+05:30), not Irish (UTC+01:00) or Israel Standard Time (UTC+02:00)",
    },
  ],
  ["NPT", { minutes: 5 * hour + 45 }],
  ["ICT", { minutes: 7 * hour }],
  ["WIB", { minutes: 7 * hour }],
  ["SGT", { minutes: 8 * hour }],
  ["HKT", { minutes: 8 * hour }],
  ["MYT", { minutes: 8 * hour }],
  ["PHT", { minutes: 8 * hour }],
  ["AWST", { minutes: 8 * hour }],
  ["JST", { minutes: 9 * hour }],
  ["KST", { minutes: 9 * hour }],
  ["ACST", { minutes: 9 * hour + 30, season: "Australia/Adelaide" }],
  ["ACDT", { minutes: 10 * hour + 30, season: "Australia/Adelaide" }],
  ["AEST", { minutes: 10 * hour, season: sydney }],
  ["AEDT", { minutes: 11 * hour, season: sydney }],
  ["NZST", { minutes: 12 * hour, season: "Pacific/Auckland" }],
  ["NZDT", { minutes: 13 * hour, season: "Pacific/Auckland" }],
  ["BRT", { minutes: -3 * hour }],
  ["ART", { minutes: -3 * hour }],
  ["NDT", { minutes: -2 * hour - 30 }],
  ["NST", { minutes: -3 * hour - 30 }],
  ["ADT", { minutes: -3 * hour }],
  [
    "AST",
    {
      minutes: -4 * hour,
      ambiguity: "Atlantic Standard Time (UTC-04:00), not Arabia Standard Time (UTC+03:00)",
    },
  ],
  ["EDT", { minutes: -4 * hour, season: newYork }],
  ["EST", { minutes: -5 * hour, season: newYork }],
  ["COT", { minutes: -5 * hour }],
  ["CDT", { minutes: -5 * hour, season: chicago }],
  [
    "CST",
    {
      minutes: -6 * hour,
      ambiguity:
        "Central Standard Time of North America (UTC-06:00), not China Standard Time (UTC+08:00)",
      season: chicago,
    },
  ],
  ["MDT", { minutes: -6 * hour, season: denver }],
  // Arizona keeps it all the year round.
  ["MST", { minutes: -7 * hour }],
  ["PDT", { minutes: -7 * hour, season: losAngeles }],
  ["PST", { minutes: -8 * hour, season: losAngeles }],
  ["AKDT", { minutes: -8 * hour, season: "America/Anchorage" }],
  ["AKST", { minutes: -9 * hour, season: "America/Anchorage" }],
  ["HST", { minutes: -10 * hour }],
  [
    "SST",
    {
      minutes: 8 * hour,
      ambiguity: "Singapore Standard Time (UTC+08:00), not Samoa Standard Time (UTC-11:00)",
    },
  ],
]);

/** Abbreviations of a place, whichever half of the year it is. */
export const regionOfName: ReadonlyMap<string, string> = new Map([
  ["PT", losAngeles],
  ["MT", denver],
  ["CT", chicago],
  ["ET", newYork],
]);

const optionalTime = String.raw`(?:[ \t]+time(?:[ \t]?zone)?)?(?![A-Za-z]|[ \t]+(?:region|coast|ocean|north))`;

function name(pattern: string, means: Abbreviation | string, mustSayTime = false) {
  const tail = mustSayTime ? String.raw`[ \t]+time(?:zone)?(?![A-Za-z])` : optionalTime;
  return { pattern: new RegExp(`(?:${pattern})${tail}`, "iy"), means };
}

const us = String.raw`(?:(?:US|U\.S\.|North American)[ \t/]+)?`;
const half = (minutes: number, season: string): Abbreviation => ({ minutes, season });

/** Zones by their full names; the more particular before the more general. */
export const zoneNames: readonly { pattern: RegExp; means: Abbreviation | string }[] = [
  name("coordinated universal", { minutes: 0 }, true),
  name("universal", { minutes: 0 }, true),
  name("greenwich mean", { minutes: 0 }, true),
  name("zulu", { minutes: 0 }),
  name("central european summer", half(2 * hour, berlin), true),
  name("central european standard", half(hour, berlin), true),
  name("central european", berlin, true),
  name("eastern european", "Europe/Helsinki", true),
  name("western european", "Europe/Lisbon", true),
  name("british summer", half(hour, london), true),
  name("british|uk|london", london, true),
  name("irish standard", half(hour, "Europe/Dublin"), true),
  name("berlin", berlin, true),
  name("paris", "Europe/Paris", true),
  name("indian?(?:[ \\t]+standard)?", { minutes: 5 * hour + 30 }, true),
  name("japan(?:[ \\t]+standard)?", { minutes: 9 * hour }, true),
  name("china(?:[ \\t]+standard)?", { minutes: 8 * hour }, true),
  name("singapore(?:[ \\t]+standard)?", { minutes: 8 * hour }, true),
  name("australian eastern standard", half(10 * hour, sydney), true),
  name("australian eastern daylight", half(11 * hour, sydney), true),
  name("(?:australian eastern|sydney)", sydney, true),
  name(`${us}pacific[ \\t]+standard`, half(-8 * hour, losAngeles), true),
  name(`${us}pacific[ \\t]+daylight`, half(-7 * hour, losAngeles), true),
  name(`${us}mountain[ \\t]+standard`, half(-7 * hour, denver), true),
  name(`${us}mountain[ \\t]+daylight`, half(-6 * hour, denver), true),
  name(`${us}central[ \\t]+standard`, half(-6 * hour, chicago), true),
  name(`${us}central[ \\t]+daylight`, half(-5 * hour, chicago), true),
  name(`${us}eastern[ \\t]+standard`, half(-5 * hour, newYork), true),
  name(`${us}eastern[ \\t]+daylight`, half(-4 * hour, newYork), true),
  name(`${us}pacific`, losAngeles),
  name(`${us}mountain`, denver, true),
  name(`${us}central`, chicago, true),
  name(`${us}eastern`, newYork, true),
  name("us/pacific", losAngeles),
  name("us/eastern", newYork),
  name("us/central", chicago),
  name("us/mountain", denver),
];
