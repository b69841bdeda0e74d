/**
 * Words of which everybody's account of anything has some, one form of each: that two texts have
 * them in common, in whatever forms, says nothing of what went wrong in either. They may still be
 * looked for. Not among them is what somebody on call says of a fault or its place (`leader`, `row`,
 * `stuck`, `trip`, `chain`), nor what the index takes for the same (`contain`, for containers).
 */
export const everydayWords: readonly string[] =
  `able absence accept according across act action active actual add addition affect afraid afternoon
  age ago agree agreement ahead aim alert allow almost alone along already although always amount
  analysis anybody anything anyway anywhere apart appear apply approach area argue arise arrive
  aside ask assess attempt attend attention autumn available avoid aware away bad badge base basic
  became become began begin begun behave behind belief believe belong beside best better beyond big
  bigger biggest board bottom bought break bring broad broken brought built busier busiest busy buy
  call came care carry case catch caught cause central centre certain chance change charge check
  choose chose chosen city class clean clear close code colleague collect come common company
  compare complete complicated concern conclusion consequence consider continue correct cost count
  country couple course cover created cross current customer cut daily damage dark day deal decide
  decision deep delay describe design desk despite detail develop different difficult direct
  discover discuss double doubt draw drew drop due earlier early easily east eastern easy effect
  eight eighteen eighth either eleven else employee end enough enter entire equal especially
  establish evening event eventually ever every everybody everything everywhere exact example exist
  expect expensive experience explain extra face fact fail fair fall fallen family far faster
  feature fed feel fell fewer fifteen fifth fifty fill final find fine finish fit five fix floor
  follow foot form former forty found four fourteen fourth free frequently fresh friend front full
  fully gate gave general get given gives good great green grew ground group grow grown guess half
  hand handle happen happy hard harm head hear heard heart heavy height held help helps hidden high
  higher highest history hit hold holiday home hope hot hour house however huge human hundred hurt
  idea ill imagine immediate impossible improve inches include increase indeed information initial
  inside instead intend interest issue item job join keeps kept kind knew know known lack large
  larger largest last late later latest lay lead learn least leave led left less lesson letter level
  lie life light like line list little live local long longer looks lose lost loud low lower machine
  made main maintain major maker makes man manage many mark match matters mean meant measure meet
  member men mention menu met middle midnight might mile million mind mine minor minute miss mistake
  mix mode model moment money month morning mostly move multiple music name narrow nature near
  nearby nearest need neither never newer newest newly news next nice night nine nobody none noon
  normal north northern note nothing notice number obvious occur offer office official often old
  older oldest ones onto open operate order ordinary others otherwise ought outside overnight owner
  pace page paid paper parent part particular pass past pattern pay payment pending people per
  percent perhaps period person pick picture piece place plain plan play please point poor position
  possible post practice prepare present press pretty prevent previous price printed prior probably
  problem proceed process produce program promise prompt proper proved provide public pull purpose
  push put quarter question quick quicker quiet quite rain raise ran rare rather reach react read
  reader ready real reason receive recent recognise recommend red reduce regard regular related
  relevant rely remain remember remove repeat replace report request require rest result return
  review rid right rise road role room rose round run safe said saw say scene seal section seeing
  seek seem select sell send sense sent separate series serious serve set seven seventh several
  shape share sharply shift shoot shop short show shown shut side similar simple simply since single
  sit site situation six sixteen sixth sixty size skip slight slip slow slower slowly small smaller
  sold somebody sometimes somewhere sooner sort sound south southern spare speak special specific
  speed spend spent spoke spread spring staff stand standard start state statement stay step stick
  stood stop story straight strange street strong study subject succeed success sudden suffer
  sufficient suggest suitable summer support suppose surface surprise taken takes talk task team
  tells ten tend term test thank therefore thin thing think third thirteen thirty thought thousand
  three throughout throw time title together told tomorrow ton tonight took top total touch toward
  town track travel trouble true try turn twelve twenty twice type unable understand understood
  undone united unknown unless unlike unusual upon upper use usual value various vendor visible
  visit wait wake walk wall want war warm watch way weak wear weather week weekday weekend well went
  west western wet wherever white whole whose wide wider win winter wish within without woman women
  wonder word work world worldwide worse worst worth write written wrong wrote year yesterday yield
  young zero`.split(/\s+/);
