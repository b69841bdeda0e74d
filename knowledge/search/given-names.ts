/** Given names that are frequent, and such as are English words or places too. */
const givenNames = new Set(
  `aaron adam ahmed alan alex alexander alice amanda amir amit amy ana andrea andrew angel angela anita
  ann anna anne anthony antonio april art arthur ashley austin barbara basil ben benjamin bill bob
  brandon brenda brian brook brooke bruce bryan carl carlos carmen carol carter catherine chad charles
  charlotte chase chen chloe chris christian christina christine christopher chuck claire clay cliff
  colin craig crystal daisy dale dallas dan daniel david dawn dean deborah denise dennis diana diego
  donald donna doris douglas drew dylan ed edward elena elizabeth ella ellen emily emma eric erica
  erik ethan eva evelyn faith fatima florence francis frank fred gabriel gary george georgia glen
  gloria grace grant greg gregory guy hannah harold harry hassan heath heather helen henry hope hugo
  ian irene isaac isabella ivan ivy jack jacob jade james jane janet jasmine jason jean jeff jeffrey
  jennifer jeremy jerry jessica jim joan joe joel john jonathan jordan jose joseph joshua joy joyce
  juan judith judy julia julian julie june justin karen karl kate katherine katie keith kelly ken
  kenneth kevin kim kit kumar kyle lance lane larry laura lauren lee leo leon leonard lily linda lisa
  liam london louis louise lucas lucy luis luke lynn marco marcus margaret maria marie mario mark
  martha martin mary mason mateo matt matthew max maya megan melissa mia michael michelle miguel mike
  miles mohamed mohammed monica nancy natalie nathan neil nicholas nick nicole nina noah nora norman
  oliver olivia omar oscar pamela paris pat patricia patrick paul paula pearl pedro penny peter
  philip phoebe pierce pierre priya rachel rafael raj ralph ramesh ravi ray raymond rebecca reed rich
  richard rick rita rob robert robin rod roger ron rosa rose ross roy ruby russell rusty ruth ryan
  sally sam samantha samuel sandra sandy sara sarah scott sean sergey shane sharon shirley simon skip
  sofia sophia sophie stanley stella stephanie stephen steve steven stone stuart sue summer susan
  sydney teresa terry theo theresa thomas tim timothy tina todd tom tony tracy tyler victor victoria
  vincent violet virginia wade walter ward warren wayne wei wendy will william wolfgang yuki yusuf
  zachary zoe`.split(/\s+/),
);

/** Whether a word, in whatever case, is a given name that is frequent. */
export function isGivenName(word: string): boolean {
  return givenNames.has(word.toLowerCase());
}
