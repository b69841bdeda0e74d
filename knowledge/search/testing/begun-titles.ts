/** A title, with a sentence or without, that an author begins with, and what of the library is like it. */
export interface BegunTitle {
  readonly text: string;
  /** Failure classes that it names or describes. */
  readonly classes: readonly string[];
  /** Classes of which each incident is like it: the trouble itself, not a circumstance. */
  readonly having: readonly string[];
  /** Further incidents that are, by what their pages tell. */
  readonly incidents: readonly string[];
}

const agents = [
  "crowdstrike-2024-04-debian-linux-crash",
  "crowdstrike-2024-07-channel-file-291",
  "mcafee-2010-04-dat-5958",
  "microsoft-2023-01-defender-asr-shortcuts",
  "redhat-falcon-2024-06-ebpf-panic",
  "sophos-2012-09-updater-false-positive",
  "webroot-2017-04-false-positive",
] as const;
const pushedEverywhere = [
  "akamai-2021-07-edge-dns",
  "azure-2014-11-storage",
  "azure-2025-10-front-door",
  "cloudflare-2019-07-regex",
  "cloudflare-2022-06-bgp",
  "cloudflare-2025-11-bot-management",
  "cloudflare-2025-12-body-parsing",
  "crowdstrike-2024-07-channel-file-291",
  "fastly-2021-06-vcl",
  "gcp-2021-11-load-balancing",
  "gcp-2025-06-service-control",
  "salesforce-2021-05-dns",
] as const;
const deletedByHand = [
  "faa-2023-01-notam",
  "gitlab-2017-01-database",
  "travis-2018-03-truncate",
  "atlassian-2022-04-deletion",
] as const;

/** Those that rules may be chosen on. */
export const tunedTitles: readonly BegunTitle[] = [
  {
    text: "Expired TLS certificate took down the API gateway",
    classes: ["certificate-expiry"],
    having: ["certificate-expiry"],
    incidents: ["apple-2020-11-ocsp-trustd", "letsencrypt-2020-02-caa-revocation"],
  },
  {
    text: "BGP route leak sent our traffic through a small ISP",
    classes: ["routing-error"],
    having: ["routing-error"],
    incidents: ["cloudflare-2020-07-backbone"],
  },
  {
    text: "Redis failover lost writes",
    classes: ["failover-failure", "data-loss", "replication-lag", "split-brain"],
    having: ["split-brain", "replication-lag"],
    incidents: ["aws-2012-10-ebs-agent", "sentry-2015-07-xid", "stripe-2019-07-database"],
  },
  {
    text: "DNS change broke name resolution for internal services",
    classes: ["dns-failure"],
    having: ["dns-failure"],
    incidents: [],
  },
  {
    text: "Retry storm kept checkout down after a short database blip",
    classes: ["retry-storm", "metastable-failure", "thundering-herd"],
    having: ["retry-storm", "metastable-failure"],
    incidents: ["stripe-2019-07-database"],
  },
  {
    text: "Config push to all regions at once crashed the edge proxies",
    classes: ["staged-rollout-gap", "config-bypasses-release-path", "shared-control-plane"],
    having: [],
    incidents: pushedEverywhere,
  },
  {
    text: "Disk full on the primary Postgres, all writes refused",
    classes: ["capacity-exhaustion", "hard-limit-reached"],
    having: [],
    incidents: [
      "toyota-2023-08-disk",
      "sentry-2015-07-xid",
      "mandrill-2019-02-xid",
      "instapaper-2017-02-filesystem-limit",
      "cloudflare-2024-11-logs",
      "basecamp-2018-11-integer",
    ],
  },
  {
    text: "Leap year bug: tokens issued on 29 February were invalid",
    classes: ["time-and-calendar-defect"],
    having: ["time-and-calendar-defect"],
    incidents: [],
  },
  {
    text: "Kubernetes upgrade broke pod networking",
    classes: ["maintenance-hazard", "version-skew", "interface-contract-mismatch"],
    having: [],
    incidents: [
      "reddit-2023-03-pi-day",
      "target-2019-01-kubernetes",
      "monzo-2017-10-kubernetes",
      "datadog-2023-03-systemd-networkd",
    ],
  },
  {
    text: "Generators did not start when utility power failed at the data centre",
    classes: ["power-loss", "failover-failure"],
    having: ["power-loss"],
    incidents: ["ovh-2021-03-strasbourg-fire"],
  },
  {
    text: "Production database dropped from the wrong terminal",
    classes: ["operator-interface-hazard", "data-loss", "excess-privilege"],
    having: [],
    incidents: deletedByHand,
  },
  {
    text: "Health check marked every backend unhealthy",
    classes: ["health-check-misfire"],
    having: ["health-check-misfire"],
    incidents: [],
  },
  {
    text: "Catastrophic regex backtracking pegged every CPU",
    classes: ["algorithmic-blowup", "capacity-exhaustion"],
    having: ["algorithmic-blowup"],
    incidents: [],
  },
  {
    text: "Integer overflow: the events table ran out of ids. Inserts failed once the primary key passed 2147483647.",
    classes: ["numeric-overflow", "hard-limit-reached"],
    having: ["numeric-overflow"],
    incidents: ["intrado-2014-04-911-counter", "instapaper-2017-02-filesystem-limit"],
  },
  {
    text: "Antivirus update quarantined a system file. Laptops did not boot any more.",
    classes: ["privileged-third-party", "unbootable-fleet", "staged-rollout-gap"],
    having: [],
    incidents: agents,
  },
  {
    text: "DDoS on our DNS provider made the site unreachable",
    classes: ["hostile-traffic", "dns-failure", "third-party-outage", "concentration"],
    having: ["hostile-traffic", "dns-failure"],
    incidents: [],
  },
  {
    text: "Split brain after a network partition between two data centres",
    classes: ["split-brain", "network-partition"],
    having: ["split-brain", "network-partition"],
    incidents: ["visa-2018-06-switch"],
  },
  {
    text: "Memory leak in a monitoring agent starved the storage nodes",
    classes: ["resource-leak", "capacity-exhaustion"],
    having: ["resource-leak"],
    incidents: [],
  },
  {
    text: "Status page was down together with the site",
    classes: ["observability-shared-fate", "communication-gap"],
    having: ["observability-shared-fate"],
    incidents: [],
  },
  {
    text: "Clean-up script deleted live customer accounts. Restoring them one by one took days.",
    classes: [
      "automation-runaway",
      "data-loss",
      "operator-interface-hazard",
      "manual-recovery-at-scale",
      "slow-recovery",
      "backup-restore-gap",
    ],
    having: [],
    incidents: ["gcp-2024-05-unisuper", ...deletedByHand],
  },
  {
    text: "Unattended upgrade restarted networking on every host",
    classes: ["supplier-timed-change", "maintenance-hazard", "staged-rollout-gap", "monoculture"],
    having: ["supplier-timed-change"],
    incidents: [],
  },
  {
    text: "Replica lag served stale balances",
    classes: ["replication-lag", "stale-state"],
    having: ["replication-lag"],
    incidents: ["monzo-2017-10-kubernetes"],
  },
  {
    text: "Kernel panic on all hosts after a security agent update",
    classes: ["kernel-mode-crash", "privileged-third-party", "staged-rollout-gap"],
    having: ["kernel-mode-crash"],
    incidents: [...agents, "datadog-2023-03-systemd-networkd"],
  },
  {
    text: "S3 outage took our uploads down. We had no second region.",
    classes: ["third-party-outage", "single-point-of-failure", "concentration"],
    having: ["third-party-outage"],
    incidents: ["aws-2017-02-s3"],
  },
];

/** Titles for which the library has nothing: to name anything would be wrong. */
export const titlesLikeNothing = {
  tuned: [
    "New coffee machine in the kitchen trips the breaker",
    "Onboarding of the spring interns started a week late",
    "Invoices were printed with the old logo",
    "Meeting room double-booked during the board visit",
    "Blurry fonts on Linux laptops",
  ],
  heldBack: [
    "Wrong colours on the settings page in dark mode",
    "Parking permits were handed out twice",
    "Typos in the German translation of the help centre",
  ],
} as const;
