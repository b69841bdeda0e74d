import type { BegunTitle } from "./begun-titles";

/** Those that were held back while the rules were made, and the faults they showed mended after. */
export const laterTitles: readonly BegunTitle[] = [
  {
    text: "Transaction ID wraparound: hours of vacuum before writes came back",
    classes: ["numeric-overflow", "schema-change-lock"],
    having: ["numeric-overflow", "schema-change-lock"],
    incidents: [],
  },
  {
    text: "Backups could not be restored",
    classes: ["backup-restore-gap", "data-loss"],
    having: ["backup-restore-gap"],
    incidents: [],
  },
  {
    text: "Cold cache after restart overloaded the database",
    classes: ["thundering-herd", "capacity-exhaustion", "slow-recovery", "metastable-failure"],
    having: ["thundering-herd"],
    incidents: [],
  },
  {
    text: "Feature flag woke up dead code in the order router",
    classes: ["dormant-code-reactivation"],
    having: ["dormant-code-reactivation"],
    incidents: [],
  },
  {
    text: "Signing key rotated too early, nobody could log in. Clients still cached the old public key.",
    classes: ["credential-failure", "stale-state"],
    having: ["credential-failure"],
    incidents: ["mozilla-2019-05-addon-certificate"],
  },
  {
    text: "Auth service quota was set to zero",
    classes: ["hard-limit-reached", "automation-runaway"],
    having: [],
    incidents: ["google-2020-12-auth-quota"],
  },
  {
    text: "Chiller failure overheated the server hall",
    classes: ["cooling-failure"],
    having: ["cooling-failure"],
    incidents: [],
  },
  {
    text: "Badge readers and VPN were offline, responders could not get in",
    classes: ["responder-lockout"],
    having: ["responder-lockout"],
    incidents: [],
  },
  {
    text: "Connection pool hit max connections on MySQL. Retries from the web tier made it worse.",
    classes: ["hard-limit-reached", "retry-storm", "capacity-exhaustion", "remedy-made-it-worse"],
    having: ["retry-storm"],
    incidents: ["github-2018-10-mysql", "slack-2021-01-transit-gateway"],
  },
  {
    text: "Deadlock between two threads froze the scheduler",
    classes: ["race-condition", "contention"],
    having: ["race-condition"],
    incidents: ["roblox-2021-10-consul"],
  },
  {
    text: "npm package was unpublished and every build broke",
    classes: ["supply-chain-defect"],
    having: [],
    incidents: ["npm-2016-03-left-pad"],
  },
  {
    text: "Load balancer sent traffic to dead instances. The autoscaler then removed the healthy ones.",
    classes: ["health-check-misfire"],
    having: ["health-check-misfire"],
    incidents: ["aws-2012-10-ebs-agent", "gcp-2021-11-load-balancing"],
  },
];

/** Those that no rule was chosen on: written last, when the rules stood. */
export const heldBackTitles: readonly BegunTitle[] = [
  {
    text: "OOM killer took down the payment workers",
    classes: ["capacity-exhaustion", "resource-leak"],
    having: ["resource-leak"],
    incidents: ["google-2020-12-auth-quota", "slack-2022-02-cache"],
  },
  {
    text: "Wrong DNSSEC record made our domain unresolvable",
    classes: ["dns-failure"],
    having: ["dns-failure"],
    incidents: [],
  },
  {
    text: "Fire in the battery room shut down the data centre",
    classes: ["fire-or-water", "power-loss"],
    having: ["fire-or-water"],
    incidents: [],
  },
  {
    text: "Canary deployment did not catch a null pointer in the billing service",
    classes: [
      "canary-blindness",
      "memory-safety-violation",
      "error-path-defect",
      "staged-rollout-gap",
    ],
    having: ["canary-blindness", "memory-safety-violation"],
    incidents: ["cloudflare-2025-12-body-parsing", "monzo-2017-10-kubernetes"],
  },
  {
    text: "Consul leader election failed under load",
    classes: ["split-brain", "failover-failure", "contention"],
    having: ["split-brain"],
    incidents: ["roblox-2021-10-consul", "stripe-2019-07-database"],
  },
  {
    text: "Bad data from the partner feed made the parser loop. It retried the same message for two hours.",
    classes: ["unhandled-input", "data-corruption", "retry-storm", "metastable-failure"],
    having: ["unhandled-input", "data-corruption"],
    incidents: ["nasdaq-2012-05-facebook-ipo"],
  },
  {
    text: "Switch failure split the storage network",
    classes: ["hardware-fault", "network-partition"],
    having: ["hardware-fault", "network-partition"],
    incidents: [],
  },
  {
    text: "Clock drift broke token validation between services",
    classes: ["time-and-calendar-defect"],
    having: ["time-and-calendar-defect"],
    incidents: [],
  },
  {
    text: "Lock contention on one hot row stalled every order",
    classes: ["contention"],
    having: ["contention"],
    incidents: ["mandrill-2019-02-xid"],
  },
  {
    text: "Boot loop on the point-of-sale terminals after last night's driver release",
    classes: ["unbootable-fleet", "privileged-third-party", "kernel-mode-crash"],
    having: ["unbootable-fleet"],
    incidents: ["azure-2012-02-leap-year"],
  },
  {
    text: "Cassandra nodes joined the ring without data and reads came back empty",
    classes: ["data-corruption", "knowledge-gap", "stale-state", "replication-lag"],
    having: [],
    incidents: ["monzo-2019-07-cassandra"],
  },
  {
    text: "Cloud provider's storage outage took our key-value store with it",
    classes: ["third-party-outage", "single-point-of-failure", "concentration"],
    having: ["third-party-outage"],
    incidents: ["aws-2017-02-s3", "aws-2011-04-ebs", "azure-2014-11-storage"],
  },
  {
    text: "Schema migration held a lock on users for 40 minutes",
    classes: ["schema-change-lock", "contention", "migration-hazard"],
    having: ["schema-change-lock"],
    incidents: [],
  },
  {
    text: "Circuit breaker stayed open after the upstream had recovered",
    classes: ["protective-overreach", "metastable-failure"],
    having: ["protective-overreach"],
    incidents: [],
  },
];
