import type { BegunTitle } from "./begun-titles";

/** A short draft, its title in the first line. */
type BegunDraft = BegunTitle;

const gap = {
  rollout: ["staged-rollout-gap", "config-bypasses-release-path", "validation-gap"],
  observing: ["monitoring-blind-spot", "misleading-signal"],
} as const;

export const plainDrafts: {
  readonly tuned: readonly BegunDraft[];
  readonly heldBack: readonly BegunDraft[];
} = {
  tuned: [
    {
      text: `Mutual TLS broke when an intermediate certificate expired
At 03:12 the intermediate certificate of our internal CA expired and every service refused connections from its peers. Nobody watched its date; the renewal job only looked at leaf certificates. We issued a new one and restarted the sidecars in batches. It took four hours until all meshes were whole again.`,
      classes: [
        "certificate-expiry",
        "monitoring-blind-spot",
        "slow-recovery",
        "hidden-dependency",
      ],
      having: ["certificate-expiry"],
      incidents: ["apple-2020-11-ocsp-trustd", "letsencrypt-2020-02-caa-revocation"],
    },
    {
      text: `Search cluster lost its leader and could not elect one
A network partition separated two of five nodes. The three others held an election each few seconds without an outcome, since the vote requests timed out under load. Clients retried without backoff, which kept the CPU at its limit.`,
      classes: [
        "network-partition",
        "split-brain",
        "retry-storm",
        "metastable-failure",
        "capacity-exhaustion",
      ],
      having: ["network-partition", "retry-storm"],
      incidents: ["stripe-2019-07-database", "roblox-2021-10-consul"],
    },
    {
      text: `Billing wrote to two primaries
During planned maintenance of the network the failover tool promoted the replica while the old primary still took writes. Rows diverged on both sides. Merging them by hand took two days.`,
      classes: [
        "split-brain",
        "failover-failure",
        "maintenance-hazard",
        "replication-lag",
        "manual-recovery-at-scale",
        "network-partition",
        "data-corruption",
      ],
      having: ["split-brain"],
      incidents: ["gitlab-2017-01-database"],
    },
    {
      text: `WAF rule blocks all logins
A new firewall rule went out to every region within seconds, because rules are treated as configuration and skip the canary. Its regular expression matched our own session cookie. Rolling it back needed the dashboard, whose login was blocked too.`,
      classes: [
        ...gap.rollout,
        "circular-dependency",
        "responder-lockout",
        "algorithmic-blowup",
        "rollback-gap",
        "recovery-tooling-unavailable",
        "urgent-change-tradeoff",
        "unhandled-input",
        "canary-blindness",
      ],
      having: [],
      incidents: [
        "cloudflare-2019-07-regex",
        "cloudflare-2025-12-body-parsing",
        "cloudflare-2025-11-bot-management",
        "webroot-2017-04-false-positive",
        "salesforce-2021-05-dns",
      ],
    },
  ],
  heldBack: [
    {
      text: `Power cut in hall B, standby generators tripped
Utility power failed at 14:02. The UPS carried the load for six minutes; the generators started and tripped one after the other. Storage came back with two failed disks. Our status page ran in the same hall.`,
      classes: [
        "power-loss",
        "failover-failure",
        "observability-shared-fate",
        "hardware-fault",
        "single-point-of-failure",
      ],
      having: ["power-loss"],
      incidents: ["ovh-2021-03-strasbourg-fire", "tse-2020-10-arrowhead"],
    },
    {
      text: `Thundering herd after the cache was flushed
Somebody flushed memcached to get rid of stale sessions. Every web server asked the database for the same rows at once and it ran out of connections. We shed load at the balancer and let the cache warm up again.`,
      classes: [
        "thundering-herd",
        "capacity-exhaustion",
        "stale-state",
        "remedy-made-it-worse",
        "metastable-failure",
        "load-shedding-gap",
        "health-check-misfire",
      ],
      having: ["thundering-herd"],
      incidents: [],
    },
  ],
};

export const noisyDrafts: {
  readonly tuned: readonly BegunDraft[];
  readonly heldBack: readonly BegunDraft[];
} = {
  tuned: [
    {
      text: `Login failures after key rotation
The signing key was rotated at 09:40 and half of the token checks failed until caches ran out. Grafana: https://grafana.internal.example.com/d/kinesis-consul/fastly-edge-routes?orgId=1&var-region=us-east-1&from=now-6h&refresh=dns&panel=storage_backup
Runbook https://wiki.example.com/display/OPS/Kubernetes+Cassandra+Repair?src=contextnavpagetreemode#backbone-router-maintenance

-- 
Dean Carter | Site Reliability | Northern Power & Light Exchange
This e-mail and any attachment are confidential and intended for the recipient only. If you have received it in error, delete it and notify the sender. Think of the environment before you print.`,
      classes: ["credential-failure", "stale-state"],
      having: ["credential-failure"],
      incidents: ["mozilla-2019-05-addon-certificate"],
    },
    {
      text: `Import job fills the disk of the order database
The nightly import wrote temporary tables until the volume was full, and the database refused writes.

\`\`\`
2026-03-02T01:12:09Z ERROR com.example.dns.RouterBackbone - segment fault in kernel driver
  at com.example.mesh.flag.KillSwitch.route(KillSwitch.java:88)
export AWS_REGION=us-east-1 KUBECONFIG=/etc/kubernetes/admin.conf CHANNEL=sensor BGP_PREFIX=announce
curl -s http://consul.service:8500/v1/kv/streaming | jq .certificate
\`\`\`
We freed space and restarted the job.`,
      classes: ["capacity-exhaustion", "hard-limit-reached"],
      having: [],
      incidents: [
        "toyota-2023-08-disk",
        "sentry-2015-07-xid",
        "mandrill-2019-02-xid",
        "instapaper-2017-02-filesystem-limit",
      ],
    },
    {
      text: `Route leak from a customer
A customer announced our prefixes to its second provider, and traffic for two countries went through it for 40 minutes. We had no filter on that session.

From: Grace Hopper <grace.hopper@example.com>
To: noc@example.com; Austin Chase <austin.chase@example.net>
Cc: Virginia Stone, Paris Holt
Sent from my iPhone
> On Tue, Jordan Banks wrote:
> > please see the certificate storage quota ticket for the scheduler batch`,
      classes: ["routing-error", "missing-guard", "isolation-gap"],
      having: ["routing-error"],
      incidents: [],
    },
    {
      text: `Canary missed the crash
<!-- Template: which routers, cables, generators, certificates, DNS zones and databases were involved? -->
The canary hosts had no traffic of the mobile app, so the null pointer in its endpoint was seen only when the release reached everyone.

What did people look at, in what order?
Who could not do what?
Which ideas were dropped and on what sign?
How did it come to be reasonable?`,
      classes: [
        "canary-blindness",
        "staged-rollout-gap",
        "memory-safety-violation",
        "error-path-defect",
        "untested-path",
        "validation-gap",
      ],
      having: ["canary-blindness", "memory-safety-violation"],
      incidents: ["cloudflare-2025-11-bot-management", "cloudflare-2025-12-body-parsing"],
    },
  ],
  heldBack: [
    {
      text: `Resolver outage in the office network
Both DNS resolvers ran out of memory after an upgrade, so no name resolved for 25 minutes.
Dashboard: https://app.datadoghq.example/dashboard/x9k-slack-facebook?tpl_var_cluster=consul-kafka&live=true&storage=ebs
Ticket: https://jira.example.com/browse/INC-2291?focusedCommentId=881&page=leap-second-payments-gateway#comment
Attendees: Sandy Banks, Robin Stone, Dean Power

Kind regards,
Robin
Unsubscribe: https://lists.example.com/u?list=trading-exchange-market-halt`,
      classes: ["dns-failure", "capacity-exhaustion", "maintenance-hazard", "resource-leak"],
      having: ["dns-failure"],
      incidents: [],
    },
    {
      text: `Restore from backup failed
We deleted a tenant by mistake and found that its backup had been empty since March.

    $ pg_restore --jobs=4 --dbname=flight_plan /mnt/radar/backbone.dump
    pg_restore: error: elevator kernel panic channel 291 falcon sensor

\`\`\`json
{"region":"ap-sydney","chiller":"off","route":"10.0.0.0/8","leader":"none","gossip":true}
\`\`\`
cc @mark.power @bill.market @rob.train`,
      classes: ["backup-restore-gap", "data-loss", "operator-interface-hazard"],
      having: ["backup-restore-gap"],
      incidents: ["travis-2018-03-truncate", "gcp-2024-05-unisuper"],
    },
  ],
};
