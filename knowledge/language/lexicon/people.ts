import { wordSet } from "./word-set";

/** Words for people and groups, in the singular unless they have no other form. */

/** Those who build and run systems, and whoever else may be named as the one who did something. */
export const people = wordSet(`
  administrator admin analyst approver ic cto ceo apprentice architect assignee assistant author beginner builder captain chief
  cleaner clinician colleague commander committer contractor consultant coder coworker
  crewmember dba deployer deputy designer developer dev director doctor electrician
  employee engineer evaluator executive expert facilitator foreman freelancer graduate hacker human
  implementer implementor individual instructor intern investigator lead maintainer newcomer nurse
  officer operator oncall owner person physicist physician pilot planner programmer
  professional recruit rep representative requester requestor responder reviewer rookie scribe somebody someone
  specialist sre staffer starter student submitter superintendent supervisor sysadmin sysop teammate technician technologist
  temp tester therapist trader trainee volunteer anyone anybody everybody everyone somebody
`);

/** Several people, in the plural or as one. */
export const groups = wordSet(`
  team squad crew staff personnel management leadership department division board committee shift
  workforce engineering infra qa people folks ops operations devops support desk helpdesk noc soc
  we us ourselves leaders managers admins cab panel colleagues bridge
`);

/** Companies and authorities: they act, and that is fine; blame across firms is a rule of its own. */
export const organizations = wordSet(`
  vendor supplier provider company firm manufacturer carrier airline bank regulator agency
  authority ministry corporation organisation organization partner subcontractor
  reseller integrator outsourcer maker publisher hoster isp telco utility hospital government
`);

/** Those to whom it happened; whatever they do, no rule is about them. */
export const affected = wordSet(`
  user customer visitor subscriber shopper passenger traveller traveler patient
  caller player viewer merchant buyer citizen resident tenant cardholder
  attacker intruder adversary spammer public audience investor guest
  outsider bystander child pupil voter
`);

/** Words that are a person only with a word like these before them: "release manager". */
export const ambiguousPeople =
  wordSet(`manager coordinator controller dispatcher agent driver worker
  guard scheduler handler lead owner leader inspector member`);

export const humanModifiers = wordSet(`
  release incident duty project product engineering line change shift programme program account site
  plant operations night tech technical team group senior junior new on-call call traffic train bus
  truck lorry support service field security safety general middle regional assistant experienced
  department staff crew facilities problem delivery it
`);

/** Before these a word that names a person names a program: "the Kubernetes operator". */
export const programModifiers = wordSet(`
  kubernetes k8s prometheus etcd postgres database lock package resource task session window memory
  queue cluster node job process volume backup key secret configuration certificate
`);

/** With these before it a "group" is made of people, else of machines. */
export const humanGroups = wordSet(`
  network storage platform operations database engineering data infrastructure product billing payments
  support development release core client web mobile night on-call ops working integration quality
  planning management projects systems trading facilities networking architecture review user
`);
