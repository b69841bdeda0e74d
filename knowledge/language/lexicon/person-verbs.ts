import { wordSet } from "./word-set";

/** What is done only to somebody who can hear it or sleep: "thanked", "woke". */
export const donePersonally = wordSet(`
  thanked thanks thanking woke wakes waking reminded reminding relieved relieving congratulated
  convinced convincing persuaded interviewed interviewing coached consoled reassured
`);

/** What is done to people, and to firms, groups and programs too. */
export const doneToPeople = wordSet(`
  told tells telling asked asks asking paged pages paging pinged pings pinging messaged phoned rang
  called texted emailed briefed helped invited blamed joined contacted credited trusted informed
  notified alerted warned begged trained followed thank tell ask page ping call
`);

/** What only somebody with a head does. */
export const humanDeeds = wordSet(`
  remembered remembers realised realized realises realizes wondered wonders slept woke typed mistyped
  hesitated recalled guessed knew glanced phoned suggested suspected thought believed hoped
  volunteered apologised apologized shrugged forgot
`);

/** What people do in incidents, and what programs and firms do too. */
export const deeds = wordSet(`
  acknowledged added agreed announced answered approved asked assumed began broke brought called came
  cancelled canceled changed checked chose clicked closed committed compared confirmed copied created
  debugged decided declared deleted deployed did disabled discovered drained dropped edited enabled
  escalated examined executed expected explained failed fixed followed forced found gave got
  had handed has held ignored increased informed inspected is investigated joined kept killed left
  logged looked lowered made managed merged messaged missed moved noticed observed offered opened
  ordered overlooked overrode paged pasted paused pinged posted pressed promoted proposed pulled pushed
  put questioned raised ran read rebooted received recommended reconfigured recovered reduced released
  relieved removed replaced replied reported requested reset resized responded restarted restored
  resumed returned reverted reviewed rewrote rolled rotated said saw scaled scheduled scrolled sent set
  should shut spotted started stayed stepped stopped switched tested thanked thinks told took traced
  tried triggered tripped truncated turned unplugged updated upgraded used verified waited wanted warned
  was watched went will worked wrote would could pushes restarts deploys asks says notices opens runs
  joins reverts approves merges rolls starts stops checks replies answers reports confirms decides
`);

/** What somebody has who is a person. */
export const belongings = wordSet(`
  laptop phone shift desk colleague colleagues keyboard terminal screen commit commits question idea
  suspicion hunch memory message change fix review decision approval help work attention pager
  notes account advice handover calendar absence
`);

/** After "by": what a person alone has done. */
export const donePersonallyBy = wordSet(`
  typed spotted suggested authored drafted proposed remembered phoned
`);
