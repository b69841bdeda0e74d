import { wordSet } from "./word-set";

/** Products, and firms that go by the name of theirs. */
export const products = wordSet(`
  adobe airbnb airflow akamai alertmanager algolia alibaba alloy amazon amd android angular ansible
  anthropic apache apple argo argocd asana atlassian auth aurora avast aws azure bamboo basecamp bazel
  bigquery bitbucket bitwarden boeing buildkite cadence canva cassandra celery centurylink ceph chef
  chrome chronicle cilium circleci cisco citrix claude clickhouse cloudflare cloudfront cloudtrail
  cloudwatch cognito cogent comcast concourse confluence consul contentful copilot couchbase
  crowdstrike dagster databricks datadog debian dell deno dependabot deutsche digitalocean discord
  django docker docusign drone dropbox druid dyn dynamo dynamodb dynatrace ebay edgecast elastic
  elasticache elasticsearch envoy equinix ericsson etsy eureka excel expedia facebook falcon fastly
  fedora figma firebase firefox flask flink fluentd flux gemini genesys gerrit ghost gitea github gitlab
  gmail google grafana gradle graphite groovy hadoop harbor hashicorp hazelcast helm heroku hetzner hibernate
  honeycomb honeywell huawei hubspot hystrix ibm icinga influx ingress instagram intel intercom
  instapaper intrado iphone istio jaeger java jenkins jetbrains jira joyent juniper jupiter kafka karma
  kibana kinesis klarna kong kubernetes lambda lastpass launchdarkly lenovo level liferay linear
  linkedin linkerd linode linux logstash loki looker lucene lufthansa lumen lyft magento mailchimp
  mailgun mandrill mariadb maven mcafee memcached meta microsoft mimecast minio mongo mongodb monzo
  motorola mozilla mysql nagios nasdaq netapp netflix netlify netscape netscout nginx nokia nomad notion
  npm nvidia octopus office okta openai opengear openshift opensearch openstack opsgenie optus oracle
  orange outlook ovh ovhcloud packer pagerduty palo pandas paypal pingdom pinterest plaid playwright
  postfix postgres postgresql postman presto prisma prometheus pulsar pulumi puppet python qualys quay
  rabbitmq rackspace rails rancher reddit redhat redis redshift renovate ripple roblox rogers rollbar
  route ruby rust salesforce salt samsung sap satellite segment selenium sendgrid sentinel sentry
  servicenow shopify siemens signal skype slack snowflake snyk solaris solarwinds solr sonarqube sophos
  spark spinnaker splunk spotify spring sqlite square squarespace squid stackdriver statuspage stripe
  supabase swift symantec tableau talos tanzu target teams telegram telia telstra temporal tenable tesla
  terraform thanos tomcat toyota traefik travis trello twilio twitch twitter uber ubuntu unifi unix
  uptime vagrant valkey varnish vault velero vercel verizon visa vitess vmware vodafone webex webroot
  whatsapp wikipedia windows wordpress workday xen yahoo yandex youtube zabbix zayo zendesk zipkin zoom
  zookeeper zuul zuora
`);

const placesAndTimes = wordSet(`
  africa america amsterdam argentina asia athens atlanta australia austria bangalore barcelona beijing
  belgium berlin bogotá bogota boston brasília brazil britain brussels bucharest budapest california
  canada chicago chile china cologne colombia copenhagen córdoba curaçao cyprus dallas delhi denmark
  denver dubai dublin düsseldorf england estonia europe finland france frankfurt geneva genève germany
  ghana göteborg greece hamburg helsinki holland hungary iceland india indonesia ireland israel istanbul
  italy jakarta japan johannesburg kenya köln korea kraków kyiv kyoto lagos latvia lisbon lithuania
  london luxembourg lyon madrid málaga malaysia malmö manchester manila melbourne mexico méxico milan
  montréal montreal moscow mumbai münchen munich nairobi netherlands nigeria norway nürnberg ohio
  ontario oregon osaka oslo ottawa pakistan panamá paris perth philippines poland portugal poznań prague
  québec quebec réunion riyadh romania rome rotterdam russia são santiago saarbrücken scotland seattle
  seoul serbia seville shanghai singapore slovakia slovenia sofia spain stockholm stuttgart sweden
  switzerland sydney taiwan tallinn texas thailand tokyo toronto tunisia turkey türkiye tübingen ukraine
  utrecht vancouver vienna vietnam vilnius virginia wales warsaw washington wrocław würzburg zagreb
  zurich zürich łódź gdańsk asunción cancún medellín mérida perú torshavn tromsø århus aarhus malmö
  nestlé citroën crédit électricité société škoda telefónica pemex petrobrás itaú bräunlingen séra
  señor señora crème café über für björk beyoncé jalapeño écoute états élysée ångström pokémon
  röntgen gödel erdős schrödinger möbius poincaré bézier
  accounting communications comms compliance congress finance hr kremlin legal logistics marketing
  ministry parliament pentagon procurement production research sales senate treasury
  american arabic asian australian british canadian chinese czech danish dutch english european
  finnish french german greek hebrew hindi indian irish italian japanese korean latin norwegian polish
  portuguese russian scottish spanish swedish swiss turkish
  january february march april may june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday christmas easter
  janvier février mars avril mai juin juillet août septembre octobre novembre décembre märz januar
  februar
`);

/**
 * Capitalised words that stand where a person could: products and firms that notice, tell and are
 * thanked, places, peoples, months and days. Words of English that begin a sentence are not needed.
 */
export const namedOtherwise: ReadonlySet<string> = new Set([...products, ...placesAndTimes]);

/** How names of products and firms end that are made of words. */
export const endsLikeProduct =
  /(?:air|ans|bank|base|bit|book|bot|box|cast|chain|cloud|com|corp|data|db|desk|doc|fi|flare|flow|force|gate|gram|grid|guard|host|hub|ify|ix|kit|lab|labs|link|ly|mail|mart|net|ops|pay|port|point|query|scale|shift|soft|source|space|stack|stat|store|sync|sys|tech|tel|trust|ware|watch|wave|works|yze|zilla)$/;
