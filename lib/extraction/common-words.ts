import { MORE_WORDS } from "./common-nouns";

/**
 * Ordinary words of English news in their base forms: what tells a name from a word in a text that is written in
 * capitals throughout. Forms in -s, -ed, -ing, -ly and -er need no entry.
 */
const WORDS =
  "a abandoned abducted abduction ability ablaze able aboard about above abroad absence accent accept " +
  "access accident accompany accomplice accord account accusation accuse achieve acid acknowledge " +
  "acquire across act action active activist activity actual add addition address adequate adjoining " +
  "adjournments adjust administer administration administrative administrator admit adopt adult advance " +
  "advantage adviser advising affair affect afford afraid after afternoon afterwards again against age " +
  "agency agent aggression ago agrarian agree agreement agricultural agriculture ahead aid aim air " +
  "aircraft airline airport alarm alert alight alive all allege alliance allow ally almost alone along " +
  "already also alter although altogether always ambassador ambulance ambush amid ammunition among " +
  "amount an analysis analyst ancient and anger animals anniversary announce announcement another " +
  "answer anti any anybody anyone anything apart apartment apostates apparent appeal appear appearance " +
  "appoint apprehended approach appropriate approve approximate are area argue argument arm armoured " +
  "armoury army around arrange arrest arrival arrive article artillery as ashore aside ask assailants " +
  "assassin assassinate assassination assault assemble assembly assert assess assign assist assistance " +
  "associate association assume assure astray asylum at ate atmosphere attach attack attained attempt " +
  "attend attention attitude attorney attract audience author authority authorize automatic autonomous " +
  "autopsy available avenge average avoid await award aware away axis baby back background bad bag " +
  "balance ball ballistic ban bandh bangs bank banners bar barangay bargain barn barrack barrel " +
  "barricade base baseless basement basic basis basket baton battalion batteries battle bazaar be beach " +
  "bear bearded beat because become bed been bees before began begin begun behalf behave behaviour " +
  "beheadings behind being believe belong below bend beneath benefit bent beside best better between " +
  "beyond bid big bill billion binding bit bitten bitter black blackout blame blast bled blew block " +
  "blood bloodiest blow blue board boat body bodyguards bolted bomb booby book boom booth border born " +
  "both bottle bottom box boy branch brave bread break breathing bricks bridge brief brigade brigadier " +
  "bring broad broadcast broke broken brokered brother brought brutal budget build built bulk bullet " +
  "bulletin bunker burden bureau burn burnt burst bury bus business busy but button buy by cabinet " +
  "cadres cafe caliber calibre caliphate call came camera camp campaign can cancel candidate candles " +
  "cannot canyon capability capable capacity capital captain captive capture car care careful cargo " +
  "carrier carry cart cartel case cash casings cast casualty catch cathedral catholic caught cause " +
  "caution cease ceasefire celebrate cell cemetery center central centre century ceremony certain chain " +
  "chair chairman challenge chamber chance change channel chaos chaotic character charge chase cheap " +
  "check checkpoint cheer chemical chief child children chlorine choice choose church circle " +
  "circumstance cite citizen city civic civil civilian claim clandestine clarify clash class classify " +
  "clean clear clergy clerk climate climb clinic close closure clothes club coalition coast code coffee " +
  "cold collapse colleague collect collection collective college colonel colony column combat combed " +
  "combine come comfort comfortable command commando commemorate commence comment commerce commercial " +
  "commission commit committee common communicate communications communique communist community " +
  "commuter company compare compensation compete complain complaint complete complex complicate comply " +
  "component compose composite compound comprise compromise computer comrades conceal concede " +
  "concentrate concern conclude conclusion concrete condemn condition conduct conference confess " +
  "confidence confidential confine confirm conflict confront confuse confusion congress congressman " +
  "connect connection conquer conscience consecutive consequence conservative consider considerable " +
  "consist conspiracy constable constant constitute constitution consul consulate consult consumed " +
  "consumer contact contain contemporary content contest context continue contract contrary contribute " +
  "control controversial convention conversation convict convoy cooperate cooperation coordinate copy " +
  "core corner corporation corpse correct correspondent corrupt corruption cost could council " +
  "councillor councilor count counterpart country countryside county coup couple courage course court " +
  "courthouse cover coverage coward crack crash crater create credit crew crime criminal crisis critic " +
  "critical criticism criticize cross crowd crucial crude cruel cruise crush cry culture curbs curfew " +
  "current custody custom cut cycle cylinder da daily dam damage danger dangerous dare dark data date " +
  "daughter dawn day daybreak de dead deadline deal dear death debate debris debt decade decamped " +
  "deceased decide decision declaration declare decline decree deep defeat defector defence defend " +
  "defense define definite deflect degree del delay delegate delegation deliberate deliver delivery " +
  "demand demobilize democracy democratic demonstrate demonstration demonstrator den denounce deny " +
  "depart department departure depend deploy deposit depot deputy des describe desert deserve design " +
  "designated desire desk despite destination destroy destruction destructive detail detain detect " +
  "detention determine detonate detonator develop development device dialogue dictate dictator did die " +
  "differ difference different difficult difficulty dignity dimension dined dinner diplomat diplomatic " +
  "direct direction director directorate disappear disaster discharged disclose discover discuss " +
  "discussion disease dismiss disobedience disorder dispersed displaced display disposal dispute " +
  "disrupt distance distinct distress distribute district disturb divide division do doctor document " +
  "does dollar domestic dominate don donate done door double doubt down downtown dozen draft drag " +
  "dragnet draw dress drink drive drone drop drove drug dry du due duration during dusk duty dynamite " +
  "each eager earlier early earn earth earthquake ease east eastern easy eat economic economy edge edit " +
  "editor editorial education effect effective effort eight eighteen eighth eighty either ejected " +
  "elderly elders elect election electric electricity element eleven eliminate elite else elsewhere " +
  "embarked embassy embraced emerge emergency emotion emphasis employ employee empty enable encounter " +
  "encourage end enemy energy enforce engage engine enhance enjoy enormous enough ensure enter " +
  "enterprise entire entrance entrust entry envelope environment episode equal equip equipment " +
  "equivalent era erect es escape escort especially essential establish estate estimate evacuate evade " +
  "even event eventual ever every everybody everyone everything evidence evident evil exact exaggerates " +
  "examine example except exception excess exchange exclude exclusive execute execution executive " +
  "exercise exhaust exhume exile exist existence exit expand expansion expect expel expense experience " +
  "expert explain explanation explode exploit explosion explosive export expose express extend " +
  "extensive extent external extort extra extraordinary extreme extremist eye face facility fact " +
  "faction factor factory fail failure fair faith faithful fall fallen false familiar family famous far " +
  "farm fast fatal fate father fatigues fault favor favour fawn faxed fear feature federal federation " +
  "feel feigned fell fellow female fence ferry few field fierce fiesta fifteen fifth fifty fight figure " +
  "file fill film final finance financial find fine finger finish fire firearm firemen firm first fish " +
  "fisherman fishermen fit five fix flag flame flat fled flee fleet flew flight float flogged flood " +
  "floor flour flow flown fly focus foiled folks follow food foot football footbridges for force " +
  "foreign forest forestry forget forgotten form formal forth fortunate forty forum forward fought " +
  "found foundation four fourteen fourth fragment fragmentation free freedom frequent fresh friend from " +
  "front frontier frustrate fuel full fully function fund funeral furious furnace furniture further " +
  "future gain game gang garden garrison gas gasoline gate gather gave gelatine gendarmerie gendarmes " +
  "general generate generation generators genocide get girl give given glass global go goal gold gone " +
  "good got govern government governor grade gradual grand grant grass grave great green greet grenade " +
  "grievously ground group grow growth guarantee guard guardsman guardsmen guerrilla guess guest " +
  "guidance guide guilt guilty gun gunbattle gunfight gunfire gunman gunmen gunpoint gunshot habituel " +
  "had hair half hall halt hand handle hang happen happy harass harassment harbor hard harm harsh " +
  "harvest has hate hauliers have he head headline headman headquarters health hear heart heat heavy " +
  "held helicopter help her here hero herself hesitate hidden hide high highland highway hijack " +
  "hijackers hill him himself hire his historic history hit hitherto hoarse hoax hold hole holiday holy " +
  "home honeymooner honor honour hooded hope horror hospital host hostage hostile hostility hot hotel " +
  "hour house household how however hrs huge human humanitarian hundred hung hunt hurled hurry hurt " +
  "husband hydroelectric i idea identify identity if ignore ill illegal image imagine immediate impact " +
  "implement imply import important impose impossible impostors impress impression imprison improve " +
  "improvised in incident include income incorrect increase incursion indeed independence independent " +
  "index indicate indication indirect indiscriminate indistinct individual indoors industrial industry " +
  "infantry inferior infiltrate infiltration inflict influence inform information ingredient " +
  "inhabitants initial initiate initiative injure injury inland innocent inquiry insecurity inside " +
  "insist inspect inspector install installation instance instead institute institution instruct " +
  "instruction insult insurance insurgent insurrection intelligence intend intense intensify intensive " +
  "intention interagency intercepted interest interior internal international interpret interrogate " +
  "interrupt intersection intervene interview intimidate into introduce invade invasion investigate " +
  "investigation investigator invite involve involvement iron is island isn isolate issue it item its " +
  "itself jackets jail jawan jeep jet jihadists job join joint journal journalist journey judge " +
  "judgment judicial judiciary jump junction jungle junior junta jurisdiction just justice justify " +
  "karaoke keep kept key kg kidnap kidnappers kill kilogram kilometer kilometre kin king kitchen km kms " +
  "knew knife know knowledge known kobo label labor laboratory labour lack laden laid lake land " +
  "landowner language large last late latest lathicharge latter laughing launch law lawyer lay lead " +
  "leadership leaflet league learn learnt least leave led left leg legal legislate legislative " +
  "legislature legitimate length leniency less lesson let letter level liberate liberation liberty " +
  "library lie lieutenant life lift light like limit line link liquid list listen lit literature little " +
  "live load loan lobbed local locate location lock lodgings logistic long look loose looted looters " +
  "looting lord lorry lose loss lost lot loud love low loyal luck lull machete machine machinegun " +
  "machinery made magistrate magnitude mahua mail main maintain major majority make male mall man " +
  "manage management maneuver manner manoeuvre manual many march marchers margin marine mark market " +
  "martial martyrdom mask mass massacre massive master material matter maximum may mayor me meal mean " +
  "meant meanwhile measure media mediator medical medicine medics medium meet member membership " +
  "memorial memory men mention mercenary merchant mere mess message messenger metal meter method " +
  "metropolitan mid middle midnight might migrants mild mile militant military militia militiamen milk " +
  "mill millennium million mind mine minibus minimum minister ministry minor minority minute miscreants " +
  "miserable miss missile mission missionaries mistake mix mm mob mobile model moderate modern modest " +
  "moment money monitors month monument moral more moreover morning mortar mosque most mother motive " +
  "motor motorbikes motorcade motorcycle mount mountain mourn mourners mouth move movement much mud " +
  "multiple municipal municipality murder must mutual my mystery nails name narcotics narrow nation " +
  "national nationality native natural nature nautical naval navy near nearby necessary neck need " +
  "negative neglect negotiate negotiation neighbor neighborhood neighbour neighbourhood neither nerve " +
  "network neutral neutralised never nevertheless new newspaper next nicknamed night nightfall nine " +
  "nineteen ninety ninth no nobody none nonsense noodles noon nor normal north northeast northeastern " +
  "northern northwest northwestern not note nothing notice notification notify now number numerous " +
  "object objective oblige observe obstacle obtain obvious occasion occupant occupation occupy occur " +
  "ocean odd of off offensive office official often oil old omit on once one ongoing onions only onto " +
  "open operate operation opinion opponent opportunity oppose opposition or oranges order ordinary " +
  "organ organisation organization organize origin original orphanage other otherwise ought our out " +
  "outbreak outcome outlawed outpost outrage outside outskirts over overcome overnight overran overrun " +
  "overthrew overthrow overtime overturned own packed pact page paid pain paint pair palace panic paper " +
  "parade paramedic paramilitary paratroopers pardon parent park parliament part partial participant " +
  "participate particular partner party pass passage passenger passers past patient patrol pattern " +
  "paused pavement pay peace peaceful peasant pelting peninsula people per percent perfect perform " +
  "perhaps period perished permanent permission permit perpetrate perpetrator persecute person personal " +
  "personnel persuade petrol pharmaceutical phase phone photograph phrase physical pick picketing " +
  "pickups picture piece pillage pillion pilot pin pipe pipeline pistol place plan plane planet plant " +
  "plantation plastic plate platform play plaza please pledge plot plus pm pocket point poison pole " +
  "police policeman policemen policy polite political politician politics poll pool poor popular " +
  "population port portion position positive possess possession possible possibly post postpone pot " +
  "pound pour poverty power powerful practical practice praise prank prayer preacher precede precise " +
  "predecessor prefect prefer premier premises preparation prepare presence present preserve president " +
  "presidential press pressure presumably presume pretend prevent preventive previous price priest " +
  "primary prime principal principle print prior prison private privilege probable problem procedure " +
  "proceed process procession proclaim produce product production profession professional professor " +
  "profit program programme progress prohibit project prominent promise promote prompt pronounced proof " +
  "propaganda propelled proper property proportion proposal propose prosecute prosecutor prospect " +
  "protect protection protest prove proven provide province provincial provision provocateurs provoke " +
  "public publication publicity publish pull pumping punish punishment pupils purchase pure purpose " +
  "pursue pursuit push put pylon quality quantity quarter question quick quiet quite quoted quoting " +
  "race radical radio rage raid raiders rail railroad railway rain raise raked rally ran ranch rang " +
  "range rank ransom rapid rare rate rather rations reach react reaction read ready real realize rear " +
  "reason rebel rebellion recall receive recent recognize recommend record recover recovery recruit red " +
  "reduce refer reference refinery reform refuge refugee refuse regain regard regime regiment region " +
  "regional register registration regret regular regulation reinforce reinforcement reiterate reject " +
  "relate relation relationship relative relax release relevant reliable relief religion religious rely " +
  "remain remark remarkable remember remind remote remove render renew rent repair repeat repel replace " +
  "reply report represent representative repress repression reprisal republic repudiate reputation " +
  "request require rescue rescuers research residence resident residential resign resignation resist " +
  "resistance resolution resolve resort resource respect respond responsibility responsible rest " +
  "restaurant restore restrict result resume retain retaliate retire retook retreat return reveal " +
  "revenge review revising revocation revolution revolutionary revolver reward rich ricochet riddle " +
  "ride rifle rigged right rightist ring riot ripped rips rise risen risk rival river road roadblock " +
  "roadside rob robbery rock rocket rode role roof room root rope rose rough round route row royal " +
  "rubber ruin rule rumours run rung runner runway rural rush sabotage sack sad safe safety said sail " +
  "sailor salary sale same sanction sanctuary sang sank save saw say scale scandal scant scarce scare " +
  "scatter scene schedule scheme school science scientist scope scrap scream sea search season seat " +
  "seaworthy second secret secretariat secretary sect section sector secure security see seek seem seen " +
  "segment seize select self sell senate senator send senior sense sensitive sent sentence sentry " +
  "separate separatist sergeant series serious serve service session set settle settlement seven " +
  "seventeen seventh seventy several severe sex shack shadow shahadat shake shape share sharp she sheet " +
  "shell shelter shift ship shirts shock shoe shoot shop shopkeepers shoppers shore short shortage shot " +
  "should shout show shut sick side siege sight sign signal silence similar simple simply simultaneous " +
  "sin since single sirens sister sit site situ situation six sixteen sixth sixty size skill skirmish " +
  "slash slaughter sleep slept slight slogan slow small smash smell smoke smooth sniper sniperfire so " +
  "social socialist society soil soldier solid solidarity solution solve some somebody someone " +
  "something sometimes somewhat son soon sorry sort sorties sought soul sound source south southeast " +
  "southeastern southern southwest southwestern sovereignty space spare speak special specialist " +
  "specific spectator speculate speech speed spend spent spirit split spoke spoken spokesman " +
  "spokesperson spokeswoman sport spot spray spread spring spy squad square stab stability stable " +
  "stadium staff stage stand standard start state statement station status stay steal steel step stick " +
  "sticky still stock stolen stone stop store storm story straight strain strait strange strangers " +
  "strategic strategy stray street strength strengthen stress strewn strict strike string strip strong " +
  "strongholds struck structure struggle student studio study style subject submachine submachinegun " +
  "submit subsequent substance substantial suburb succeed success successful successor succumbed such " +
  "sudden suffer sufficient suffocated sugar suggest suicide suit suitcase sum summary summer summit " +
  "sun sunrise superior supply support suppose supreme sure surface surgery surprise surrender surround " +
  "surveillance survive survivor suspect suspend suspicion suspicious sustain sweep swift swimming " +
  "swore sympathize system table tactic tactical take taken talk tall tank tape tapper target task tax " +
  "taxi teach team tear teargas technical technician technique technology telephone television tell " +
  "temple temporary ten tendency tense tension tenth tents term terminal terrible territory terror " +
  "terrorism terrorist test testify text than thank that the theater theatre theft their them " +
  "themselves then theory there thereby therefore these they thick thicket thief thieves thigh thin " +
  "think third thirteen thirty this thorough those though thought thousand threat threaten three threw " +
  "throat through throughout throw throwers thrown thus ticket tie tight till time tin tip tire title " +
  "to today together told toll tomorrow ton tonight too took tool top topic torch tore torture total " +
  "touch tough tour tourist toward tower town trace track trade tradition traffic trafficker tragedy " +
  "tragic trail train trampled transfer transit translated transmit transport trap travel treasury " +
  "treat treatment treaty tree trekked trench trend trial tribal tribunal trigger trio trip trolleybus " +
  "troop trouble truce truck true trunk trust truth try turn twelfth twelve twentieth twenty twice twin " +
  "two type typical tyre ul ultimate ultras unable unarmed uncle under undercover underground " +
  "understand undertake unfortunate unheard unhurt unidentified uniform unilateral union unique unit " +
  "unite unity universal university unknown unleash unless unlike until unused unusual up upcoming " +
  "update upon upper upwards urban urge urgent us use usual vacation valid valley valuable value van " +
  "variety various vary vast vegetable vehicle veld vendor vengeance verify version very vessel vests " +
  "via vice victim victory video view viewers vigilance villa village violate violation violence " +
  "violent virtual visible visit visitor vital voice volume voluntary volunteer vote voyage wa wage " +
  "wait wake wal walk wall want war warehouse warm warn warplane warrant was wash wasn waste watch " +
  "watchman water wave way we weak weaken wealth weapon wear weather wedding week weekend weigh weight " +
  "welcome welfare well went were weren west western wet what whatever wheel when where whereas whether " +
  "which while whipped white who whoever whole whom whose why wide widespread widow wife wild will win " +
  "window wing winter wipe wire wise wish wit with withdraw withdrawal withdrew withheld within without " +
  "witness woman women wood word work world worry worse worst worth would wound wreath wreck wreckage " +
  "wrist write written wrong yard yatra year yellow yes yesterday yet yield yoghurt you young your " +
  "youth zone";

const words: ReadonlySet<string> = new Set(`${WORDS} ${MORE_WORDS}`.split(" "));

const ENDINGS: readonly [RegExp, string][] = [
  [/s$/, ""],
  [/es$/, ""],
  [/ies$/, "y"],
  [/ed$/, ""],
  [/ed$/, "e"],
  [/ied$/, "y"],
  [/ing$/, ""],
  [/ing$/, "e"],
  [/ly$/, ""],
  [/er$/, ""],
  [/er$/, "e"],
  [/([^aeiou])\1(?:ed|ing)$/, "$1"],
];
/** Endings that make ordinary words far more often than names. */
const WORDLIKE =
  /(?:ations?|itions?|ctions?|ssions?|ments?|ness|ities|ability|isms?|fully|ously|ively|ances?|ences?|ious|izing|ized|ated|ating|ified|ally|ily|ifying|ntly|ously|[^aeiou][aeiou]?[^aeioum]ing|[^aeioum]ed)$/;

/** Whether the list holds the word itself. */
export const isListedWord = (word: string): boolean => words.has(word);

/** Whether a word in lower case is an ordinary word of English, by the list or by its form. */
export function isCommonWord(word: string): boolean {
  if (words.has(word)) return true;
  if (word.length < 4 || !/[sdgyr]$/.test(word)) return word.length > 7 && WORDLIKE.test(word);
  for (const [ending, base] of ENDINGS) {
    const stem = word.replace(ending, base);
    if (stem !== word && stem.length > 2 && words.has(stem)) return true;
  }
  return word.length > 7 && WORDLIKE.test(word);
}
