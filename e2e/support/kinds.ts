/** The incidents by which the tests tell their stories. */
export const incidents = {
  /** An ordinary one with everything but beliefs: what most tests read. */
  botManagement: "cloudflare-2025-11-bot-management",
  /** Much discussed, with many claims. */
  channelFile: "crowdstrike-2024-07-channel-file-291",
} as const;

/** One page of each kind that readers meet, by what it is to them. */
export const pagesOfEachKind: Readonly<Record<string, string>> = {
  "the front page": "/",
  "the list of incidents": "/incidents",
  "its second page": "/incidents?page=2",
  "a filtered list": "/incidents?class=cascading-failure&severity=critical",
  "a search by words": "/incidents?q=certificate",
  "an empty list": "/incidents?class=no-such-class",
  "the search": "/search",
  "a search by factor and words":
    "/search?class=staged-rollout-gap&class=config-bypasses-release-path&match=any&q=configuration",
  "a search by a role": "/search?role=amplifier&from=2019&to=2021",
  "a search of which words are missing": "/search?q=flight+plan+waypoints+name",
  "a search that finds nothing": "/search?q=%22feature+file%22&org=fastly&class=no-such-class",
  "the search by text": "/search/by-text",
  "two incidents side by side": `/compare?incident=${incidents.botManagement}&incident=${incidents.channelFile}`,
  "nothing to compare yet": "/compare",
  "the description of the API": "/api",
  "an incident": `/incidents/${incidents.botManagement}`,
  "an incident with many claims": `/incidents/${incidents.channelFile}`,
  "an incident's history": `/incidents/${incidents.botManagement}/history`,
  "a revision": `/incidents/${incidents.botManagement}/history/1`,
  "the map of failure classes": "/classes",
  "the map by a role": "/classes?role=amplifier",
  "a failure class": "/classes/staged-rollout-gap",
  "the patterns": "/patterns",
  "the patterns of a family": "/patterns?family=change-and-rollout&role=amplifier",
  "a pattern": "/patterns/half-dead",
  "the claims": "/claims",
  "the claims that were refuted": "/claims?outcome=refuted",
  "the organisations": "/organizations",
  "an organisation": "/organizations/cloudflare",
  "the products": "/products",
  "a product": "/products/workers-kv",
  "a sector": "/sectors/cdn-and-network",
  "the sources": "/sources",
  "the second page of the sources": "/sources?page=2",
  "a source": "/sources/cloudflare-96310645",
  "the reading lists": "/reading",
  "a reading list": "/reading/sre-weekly-436",
  "the glossary": "/glossary",
  "a term": "/glossary/rollback",
};

/** A page for each way in which there is nothing to show. */
export const refusals: Readonly<Record<string, string>> = {
  "no such page": "/nothing-here",
  "no such incident": "/incidents/cloudflare-2025-11-bot-managment",
  "no such class": "/classes/staged-rolout-gap",
};
