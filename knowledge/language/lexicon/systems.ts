import { wordSet } from "./word-set";

/** Things that run, break and are run: what they do is behaviour, and no rule calls it blame. */
export const systems: ReadonlySet<string> = wordSet(`
  account action actuator adapter address agent aircraft alarm alert algorithm allocator analyser
  analyzer antivirus api app appliance application archive array assertion attempt autoscaler backend
  backoff backup balancer bandwidth bastion battery batch beacon binary bit block boot
  bootloader bot box breaker broadcast broker browser bucket buffer bug build builder bus
  button byte cable cache call callback camera canary capacity card cell certificate chain change
  channel check checkpoint checksum chip chiller circuit classifier client clock cloud cluster code
  collector column command compiler component computer condition config configuration connection
  connector console consumer container content control controller converter cookie copy core counter
  crash credential cron cronjob daemon dashboard data database dataset datacenter datacentre default
  defect deletion dependency deploy deployment design destination detector device dialog directory
  disk dispatcher document domain drain drive driver dump edge element elevator email encoder endpoint
  engine entry environment error event exception exchange executor expression extension exporter fabric
  failover failure fan farm fault feature feed fence fetch fiber fibre field file filesystem filter
  firewall firmware fix flag flap fleet flow folder font form format forwarder frame framework frontend
  fuel function fuse gate gateway gauge generator grid guard guest handler handshake hardware hash
  header health heartbeat heap heuristic hook host hypervisor image import index indexer inference
  infrastructure ingress initialisation input insert inspector installer instance instruction instrument
  integration interface interpreter interrupt iterator job journal kernel key keyboard lag lambda lane
  latch layer leader lease ledger library light limit limiter line link linter listener load loader
  lock log logger loop machine mail mainframe manifest map master media memory message meter metric
  middleware migration mirror mode model modem module monitor monitoring motor mount name nameserver
  network node notification object operation optimiser optimizer orchestrator order orders output
  override package packet page pager parameter parser partition password patch path payload peer permission
  pipe pipeline plane plant playbook plc plugin pod pointer poller pool port portal power
  preload primary printer probe procedure process processor producer product profiler program programme
  prompt protocol provisioner proxy pump quarantine query queue quorum quota
  rack radar radio ram rate reactor reader reboot receiver record recovery redirect redundancy refactoring
  region register registry relay release render repair replica replication repository
  request requests resolver resource response restart restore result retry revert robot rollback rollout
  route router routine row rule runbook runner runtime safeguard sample sandbox satellite scaler
  scan scanner scheduler schema screen script search section segment sensor sentinel sequence serialiser
  serializer server service servlet session setting shard share shell shutdown sidecar signal site
  snapshot socket software source sprinkler stack stage standby state station step storage store stream
  string subsystem suite supply survey switch switchover sync system table tag tank target task telemetry
  template terminal test tests text thermostat thread threshold throttle ticket timeout timer token tool
  tooling topic trace tracker traffic train transaction transformer transmission transmitter trigger
  tunnel turbine type update updater upgrade upload ups url validation validator valve value variable
  vehicle version view virtualisation virus volume wafer waf watchdog webhook website
  window worker workflow workload wrapper write writer zone
  bulletin note warning sign graph documentation checklist policy bound sensor tls dns
  bgp http tcp ssl cdn vpn vm cpu gpu ssd hdd raid san nas lan wan ntp ssh sql jvm gc cron etcd kafka
  redis postgres postgresql mysql kubernetes terraform ansible nginx haproxy consul zookeeper jenkins
  cassandra mongodb elasticsearch
`);

/** How programs answer whoever calls them. */
export const answers: ReadonlySet<string> = wordSet(`
  returned answered responded replied emitted printed yielded
`);
