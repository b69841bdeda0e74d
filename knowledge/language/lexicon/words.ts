import { wordSet } from "./word-set";

/** Small words of English that say where a phrase begins and ends. */

export const auxiliaries = wordSet(`
  have has had having be been being is are was were am do does did will would shall should can could
  may might must 'd to not
`);

export const determiners = wordSet(`
  the a an this that these those my your his her its our their some any each every no all both either
  neither another one two three several many most few half
`);

export const prepositions = wordSet(`
  of in on at for from with by under behind inside within during over near after before about between
  across into through against without along around among per via outside above below beside off onto
  toward towards until since upon
`);

export const conjunctions = wordSet("and or but nor yet so then & plus");

/** Words that open a clause, so that what stands before them is not its subject. */
export const openers = wordSet(`
  when while because since although though if unless until whereas where after before as once that
  which who whom whose why how what whether than whenever
`);

export const manners = wordSet(`
  also just only even still already again then now never always often once soon later first simply nearly
  almost quite really rather too very perhaps maybe yet ever further both all each instead meanwhile eventually finally
  twice thus hence therefore
`);

/** Words that tell how much an adverb behind them holds. */
export const degrees = wordSet("most more as so much far less least");

/** Participles without -ed that incident reviews use; "been" is not among them. */
export const irregularParticiples = wordSet(`
  done gone come become seen known read run put set cut let hit shut taken given made found told sent
  kept left held brought thought caught taught built bought lost met paid said sold spent stood
  understood won written driven spoken broken chosen frozen forgotten begun drawn grown shown thrown
  worn split spread fallen risen hidden eaten led fed felt dealt meant slept swept wound stuck struck
  sunk rung sung sworn torn withdrawn undone redone rewritten overwritten reset rebuilt had got gotten
  overseen foreseen overridden quit shot beaten bent bound fought fled hung laid lain lent lit proven
`);

/** Past forms without -ed that are no participles. */
export const irregularPasts = wordSet(`
  took went came gave wrote saw knew chose broke began fell rose grew threw drew flew spoke ran woke
  drove ate hid forgot froze tore wore stole sank rang swam gave became did was were
`);

/** Words in -ed that are no participles. */
export const notParticiples = wordSet(
  "need speed feed seed bed red shed exceed proceed succeed embed indeed hundred",
);

/** Verbs before "to" that only carry another verb: who chose to ignore it ignored it. */
export const carriers = wordSet(`
  chose choose chooses decided decides decide tried tries try wanted wants seemed seems appeared
  appears continued continues began begins begin started starts managed manages opted opts tended
  tends preferred prefers went used intended intends agreed refused
`);

/** What only people do with their heads, as the infinitive. */
export const humanVerbs = wordSet(`
  notice check verify test review read follow document communicate escalate consider realise realize
  recognise recognize anticipate understand tell inform ask warn consult confirm validate
  act appreciate grasp heed plan prepare coordinate prioritise prioritize investigate
  monitor raise mention share say foresee learn look inspect spot see think discuss assess question
  challenge remember supervise oversee train
`);

/** What tools and people alike may try in vain: "failed to connect" judges nobody. */
export const vainVerbs = wordSet(`
  connect start restart resolve replicate renew parse boot reboot load reload log login reach open
  reproduce access ping ssh join rejoin complete compile build deploy find mount unmount authenticate
  bring get obtain restore recover revive fix repair repeat
`);

/** What people do with systems that is judged as a duty when it is said to be left out. */
export const dutyParticiples = wordSet(`
  reviewed tested checked noticed caught spotted verified documented escalated communicated validated
  considered foreseen anticipated planned questioned investigated reported discovered prevented
  avoided done coordinated trained informed told paged asked rehearsed practised
  practiced monitored declared addressed fixed patched upgraded raised flagged announced
  shared agreed scheduled rushed stopped seen detected identified recognised recognized
`);

/** Forms of the same that no ending tells. */
export const irregularHuman = wordSet(`
  knew known thought saw seen understood read told said foresaw foreseen learnt learned
`);
