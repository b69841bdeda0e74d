import { wordSet } from "./word-set";
import { worldNames } from "./world-names";

const commonNames = wordSet(`
  aaron abdullah abigail adam aditya adrian agnieszka ahmad ahmed aisha akira alan alejandra alejandro
  aleksandr alessandro alexander alexandra alexei alice alicia alison allison amanda amelia amina
  amit amy anastasia anders andrea andreas andrei andrej andrés andrzej angela anita anjali anna anne
  annika anthony anton antoine arjun arthur arun asha ashley astrid ayesha barbara bartosz beatrice
  ben benjamin bernard bernd bob bogdan brandon brenda brian bruno camille carl carla carlos carmen
  caroline catherine cecilia cedric chloe chris christina christine christoph christopher claire
  claudia craig cristina daniel daniela danielle darren dave david deborah deepa deepak denise dennis
  derek diana dimitri divya dmitri dmitry dominik donald donna dorothy doug douglas duncan dylan edith
  eduardo edward eileen elaine eleanor elena elisabeth elizabeth ellen emil emily emma eric erica erik
  esther ethan eva evelyn fabian farah fatima federico felipe fernando fiona francesca francesco
  françois frédéric gabriel gabriela gareth gary gavin geoffrey gerald gerard giovanni giulia graham
  greg gregory guillaume gustavo hannah hans haruto hassan heather heidi heinrich helen helga henrik
  henry hiroshi howard hussein ian ibrahim ingrid irina isaac isabel isabella ivan jacob jakob
  jakub james jamie jane janet jasmine javier jean jeff jeffrey jennifer jens jeremy jerome jerry
  jessica jim joan joanna joanne joel johan johann johanna john jonas jonathan jorge josé joseph joshua
  joyce juan judith judy jürgen justin kai karen karim karin karl katarzyna kate katherine kathleen
  kathryn katja katie kavita keith kelly ken kenji kenneth kevin khalid kimberly klaus krishna kristen
  krzysztof kumar kurt kyle lakshmi lars laura lauren laurent leila leonardo leslie liam linda lisa
  lorenzo louise luca lucas lucia lucy luigi luis luka lukas lukasz lydia magdalena mahmoud malcolm
  manuel marco marcus margaret maria marie marina mario marta martha martina mary mateusz matt matteo
  matthew matthias maureen megan mehmet melissa michael michał michelle miguel mihai mike mikhail
  mohamed mohammad mohammed mohan monika muhammad naoki natalia natalie natasha nathan neha
  neil nicholas nicola nicolas nigel nikhil nikolai nina noah noor olga oliver olivia olivier omar
  pablo pamela patricia patrick paul paula pavel pawel pedro peter petra philip philippe pierre piotr
  pooja prakash priya rachel rafael rahul raj rajesh ralph ramesh rania raúl rebecca ricardo richard
  rita robert roberto rodrigo roger ronald rosemary ruth ryan sabine samantha samir samuel sandeep
  sandra sanjay sara sarah satoshi sebastian sergei sergey sergio shannon sharon sheila shreya simon
  simone sofie sonia sophie srinivas stacey stefan stefanie stephanie stephen steve steven stuart sunil
  suresh susan sven svetlana takashi tamara tanja tariq tatiana teresa theresa thomas tiffany tim timothy
  tobias todd tom tomasz tommaso tony tracy ulrich ulrike ursula valentina vanessa vasili vera veronica
  vijay vikram vincent vladimir walter wei wendy werner wilhelm william wojciech xavier yasmin yolanda
  youssef yuki yulia yuri yusuf yvonne zainab zoe zuzana
  andrew colin dan eve harry jake jenny jess joe josh luke nick rick rob ron sally sean ted terry trevor wayne
`);

/**
 * First names that are hardly ever anything else: no word, place, storm or product that incidents
 * are about. A name that is missing is not found; a wrong one would be a false accusation.
 */
export const firstNames: ReadonlySet<string> = new Set([...commonNames, ...worldNames]);

/** First names that are words, places, storms or products too: names only before a family name. */
export const doubtfulNames = wordSet(`
  ada alexa amber antonio april art august austin bill brooke bruce cameron carol carson chad
  charles charlotte chase christian claude clara cliff cody crystal dakota dale dallas dean
  diego don drew earl eli eugene faith felix florence ford francis francisco frank fred gene george
  georgia glen glenn gordon grace grant guy harvey heath helena hope houston hunter iris irma
  ivy jack jackson jade jason jasper jay jenkins jesse jo jordan joy julia
  julian jan hugo june katrina kent kim kirk lance laurel lee leo lewis lily logan lorraine louis luna
  madison marc mark marshall martin mason max may melanie miles milan mitchell monica morgan nancy 
  norm oscar otto page pascal pat patience pearl penny perry phil ray reed regina rich robin
  rod rosa rose ross roy ruby russell sage sakura sam sandy scott sky sofia sophia spencer
  stanley sue summer sydney trent troy vance vernon victor victoria virginia wade 
  warren wes will wilson woody
`);

/** Those of them that are a month or a season. */
export const daysAndSeasons = wordSet("april may june august summer");

/** Those of them that are a firm or a place too, which are thanked and paged as people are. */
export const firmsAndPlaces = wordSet(`
  austin chad charlotte chase dakota dale dallas diego florence ford francisco georgia helena houston
  jackson jasper jordan katrina kent lance madison martin milan perry regina sage sandy sofia sydney troy
  victoria virginia warren
`);

/** Those of them that are more often a firm, a product or a place, which do much that people do. */
export const mainlyFirmsAndPlaces = wordSet(`
  alexa austin chase dakota dallas ford georgia houston kent milan regina sky sydney virginia
`);

/** Family names that are common enough to make a name of a doubtful first one. */
export const familyNames = wordSet(`
  adams ahmed ali allen anderson bailey baker barnes becker bell bennett brooks brown bryant butler
  campbell carter chen clark collins cooper cox cruz das davies davis diaz edwards evans fernandez fischer
  fisher fleming flores foster garcia gomez gonzalez gray green griffin gupta hall hamilton harris hayes
  henderson hernandez hill hoffmann howard huang hughes iyer jackson james jenkins johansson johnson
  jones kaur kelly khan kim king kowalski kumar lee lewis li lin liu lopez ma martin martinez mcdonald
  meyer miller mitchell moore morales morgan morris müller murphy nair nakamura nelson nguyen novak
  o'brien o'connor olsen ortiz palmer park parker patel perez peters peterson petrov phillips powell
  price rao reddy reed reid reyes richardson rivera roberts robinson rodriguez rogers ross rossi russell
  ryan sanchez sanders santos sato schmidt schneider schulz sharma shaw silva simmons singh smith smirnov
  stewart sullivan suzuki tanaka taylor thomas thompson torres tran turner walker wang ward watanabe
  watson weber white williams wilson wood wright wu xu yamamoto yang young zhang zhao zhou
`);

/** Those of them that are plain words, of which teams have their names too: "Green team". */
export const familyNamesAndWords = wordSet(`
  bell brooks brown gray green hall king lee li long ma park price ward white wood young
`);

/** Firms that go by initials and a family name. */
export const initialledFirms = wordSet(`
  jp-morgan ch-robinson jb-hunt ao-smith ew-scripps hj-heinz sc-johnson wr-grace dr-horton jd-power
  jc-penney ag-edwards bf-goodrich rj-reynolds hb-fuller jm-smucker sd-warren hp-hood gd-searle wh-smith
`);

/** How family names end that few other words end like; said of capitalised words alone. */
export const endsLikeFamilyName =
  /.{2}(?:qvist|quist|sson|ssen|ström|strom|berg|stein|feld|mann|bauer|ovic|ović|enko|chuk|wicz|owski|evski|opoulos|escu|dottir|dóttir|gaard|lund|inen|oğlu|nathan|swamy|murthy|moto|mura|garten|worth|kwo|wale)$/;

/** Capitalised words after a first name that make no person of it. */
export const notFamilyNames = wordSet(`
  street road avenue river lake airport university hospital college school bridge institute foundation
  award prize inc ltd llc gmbh corp corporation company group bank holdings partners sachs chase stanley
  deere hancock hopkins linux server cluster project framework protocol database region park
  island islands county city valley square tower center centre building station cathedral theorem law
  lab labs laboratory laboratories online
`);

/** What stands behind a name in a roster: "Maria Santos Morning". */
export const rosterWords = wordSet(`
  morning afternoon evening night weekend week today tomorrow shift primary secondary backup rotation
  remote onsite leave holiday
`);

/** Words before a name that make it a place, a storm or a saint. */
export const beforePlaces = wordSet(`
  san santa st saint são port fort lake mount new prince cape hurricane storm typhoon cyclone tropical
  north south east west upper lower
`);

/** What follows a name whose bearer gave it to a thing. */
export const namedThings = wordSet(`
  law laws theorem algorithm model principle rule razor paradox method number constant equation machine
  framework paper book talk essay article diagram conjecture filter protocol problem criterion
`);

/** Offices whose holders speak in public, and authors: they may be named. */
export const offices = wordSet(`
  president senator minister chairman chairwoman chairperson chair commissioner ceo cto coo cfo cio ciso
  chief executive spokesman spokesperson spokeswoman judge justice secretary governor mayor congressman
  congresswoman professor founder cofounder co-founder author authors journalist researcher researchers
  reporter columnist economist historian ambassador premier chancellor king queen attorney scientist
  writes blogger philosopher
`);

/** Handles that call a group or belong to code. */
export const commonHandles = wordSet(`
  here channel everyone all team oncall on-call support ops sre infra security noc dba media import
  override deprecated param params return returns type types latest next beta alpha stable main master
  property decorator test before after autowired component service injectable input output public
  private nullable nonnull suppresswarnings see since throws link author version font-face keyframes
  charset supports page
`);

/** Mailboxes that belong to a duty, not to a person. */
export const sharedMailboxes = wordSet(`
  noreply no-reply donotreply support info security abuse postmaster admin administrator ops oncall
  on-call team press contact help hello status alerts alert root hostmaster webmaster sales billing
  privacy legal feedback news service office sre noc incident incidents monitoring cron user users foo
  bar test name you me someone example mail email webadmin it helpdesk media jobs
`);

/** Titles that make a name of what follows. */
export const titles = wordSet("mr mrs ms dr prof");
