import type { LexiconRow } from "./lexicon";

const shelling = "shelling-artillery-missile-attack";
const air = "air-drone-strike";
const bomb = "remote-explosive-landmine-ied";
const clash = "armed-clash";
const taken = "abduction-forced-disappearance";
const damage = "looting-property-destruction";

/** Noun phrases, singular; a plural in s is added to each. */
export const NOUNS: readonly LexiconRow[] = [
  [
    "event",
    null,
    1,
    "attack|assault|onslaught|violence|bloodshed|bloodbath|incursion|terrorist outrage|bloodletting",
  ],
  ["weak", null, 1, "unrest|strike|raid|incident|operation|battle|siege|hit|killing|death toll|incursion"],
  [
    "event",
    "attack",
    2,
    "killing spree|killing rampage|shooting rampage|stabbing rampage|revenge killing|reprisal killing|mercy killing|gangland killing|sectarian killing|targeted killing|extrajudicial killing|gun rampage|gun massacre|school shooting|murder attempt|murder bid|attempt on the lives|car-ramming|car-ramming attack|truck attack|van attack|hit-and-run attack|murder|slaying|execution-style killing|assassination|assassination attempt|massacre|slaughter|beheading|stabbing|knife attack|shooting|shooting spree|mass shooting|drive-by shooting|gun attack|axe attack|machete attack|stabbing spree|acid attack|hostage crisis|shooting attack|lone-wolf attack|terror attack|terrorist attack|attempt on his life|attempt on her life|attempt on the life|assassination bid|ramming attack|vehicle attack|sword attack|arson attack on people|honour killing|contract killing|gangland shooting|drive-by",
  ],
  ["weak", "attack", 2, "execution|gunshot|gunfire"],
  [
    "event",
    air,
    4,
    "airstrike|air strike|bombing run|bombing sortie|air bombardment|air assault|air bombing|carpet bombing|strafing run|barrel bomb attack|aerial strike|aerial raid|drone assault|kamikaze drone attack|gunship attack|gunship strike|glide bomb attack|airborne attack|air raid|drone strike|drone attack|aerial attack|aerial bombardment|air attack|aerial bombing|missile strike from a drone|bombing raid|helicopter attack|helicopter strike|drone raid|drone bombing",
    { weapon: "air" },
  ],
  [
    "evidence",
    air,
    3,
    "drone|uav|unmanned aerial vehicle|warplane|war plane|fighter jet|fighter-jet|jet|bomber jet|helicopter gunship|gunship|attack helicopter|f-16|f-15|b-52|predator|warthog|air support|close air support",
  ],
  ["evidence", air, 1, "helicopter|aircraft"],
  [
    "event",
    shelling,
    4,
    "rocket salvo|missile salvo|salvo of rockets|volley of rockets|artillery barrage|artillery bombardment|artillery duel|artillery exchange|mortar barrage|mortar bombardment|mortar shelling|naval bombardment|cross-border shelling|cannonade|rocketing|hail of rockets|rain of rockets|tank shelling|katyusha attack|scud attack|scud missile attack|rocket attack|missile attack|missile strike|rocket strike|rocket fire|mortar attack|mortar fire|artillery fire|shelling|artillery strike|rocket barrage|bombardment|missile barrage|ballistic missile attack|mortar round|barrage of rockets|barrage of missiles|shell fire|tank fire|artillery attack|rocket launch at|indirect fire",
  ],
  [
    "evidence",
    shelling,
    3,
    "mortar bomb|mortar shell|tank shell|scud|scud missile|grad|katyusha rocket|surface-to-surface missile|anti-tank missile|antitank missile|anti-tank rocket|recoilless rifle|field gun|ballistic rocket|rocket launcher|rocket|missile|mortar|artillery|artillery shell|shell|katyusha|ballistic missile|cruise missile|projectile|grad rocket|howitzer",
  ],
  [
    "event",
    "suicide-bomb",
    5,
    "suicide bombing|suicide attack|suicide blast|suicide bomb attack|suicide car bombing|suicide car bomb|suicide truck bombing|suicide bomb|suicide explosion|suicide assault|suicide mission",
    { weapon: "suicide" },
  ],
  [
    "evidence",
    "suicide-bomb",
    5,
    "suicide bomber|suicide vest|explosive vest|explosives vest|explosive belt|suicide belt|suicide attacker|female suicide bomber|suicide driver|explosives-laden vehicle|explosive-laden vehicle|explosive-laden truck|explosives-laden truck|explosives-laden car|explosive-laden car",
  ],
  [
    "event",
    bomb,
    4,
    "van bombing|bus bombing|hotel bombing|nightclub bombing|train bombing|embassy bombing|pub bombing|church bombing|mosque bombing|market bombing|bomb outrage|petrol station bombing|pipeline bombing|bombing spree|bombing wave|van bomb attack|truck bomb attack|truck bomb blast|truck bomb explosion|van bomb explosion|letter bomb attack|nail bomb attack|triple bombing|triple blast|serial blast|bomb strike|time bomb explosion|powerful blast|car bombing|truck bombing|bomb attack|bomb blast|bomb explosion|car bomb attack|roadside bombing|car bomb explosion|mine explosion|landmine explosion|landmine blast|mine blast|ied attack|ied blast|ied strike|ied explosion|ied detonation|roadside bomb attack|roadside bomb blast|car blast|parcel bomb attack|double bombing|twin bombing|twin blast|car bomb blast|twin explosion|bombing",
  ],
  ["event", bomb, 2, "blast|explosion|detonation"],
  [
    "evidence",
    bomb,
    4,
    "van bomb|bus bomb|lorry bomb|bicycle bomb|cart bomb|mail bomb|package bomb|book bomb|suitcase bomb|fire bomb|incendiary device|incendiary bomb|explosive charge|dynamite charge|plastic explosive|gelignite|semtex|tnt|claymore mine|antipersonnel mine|anti-personnel mine|anti-personnel landmine|anti-tank landmine|antitank mine|bangalore torpedo|booby-trapped car|booby-trapped vehicle|booby-trap bomb|boobytrap|booby-trap|limpet mine|naval mine|sea mine|magnetic mine|car bomb|truck bomb|roadside bomb|improvised explosive device|ied|landmine|land mine|anti-tank mine|explosive device|parcel bomb|letter bomb|nail bomb|magnetic bomb|sticky bomb|motorcycle bomb|time bomb|pipe bomb|vehicle-borne improvised explosive device|vbied|booby trap|limpet mine|naval mine|sea mine|magnetic mine|explosive-laden boat",
  ],
  ["evidence", bomb, 3, "bomb|explosive|dynamite"],
  ["evidence", null, 0, "death"],
  ["event", "grenade", 4, "grenade attack|hand grenade attack|grenade blast|grenade explosion"],
  ["evidence", "grenade", 4, "grenade|hand grenade"],
  ["evidence", shelling, 3, "rocket-propelled grenade|rpg"],
  [
    "event",
    "chemical-weapon",
    5,
    "chemical attack|chemical weapons attack|chemical weapon attack|gas attack|sarin attack|chlorine attack|poison gas attack|nerve gas attack|poison attack|nerve agent attack",
  ],
  [
    "evidence",
    "chemical-weapon",
    5,
    "sarin|chlorine|chlorine gas|toxic gas|mustard gas|nerve agent|poison gas|nerve gas",
  ],
  [
    "event",
    clash,
    4,
    "scuffle|melee|fracas|brawl|street fighting|house-to-house fighting|hand-to-hand fighting|running battle|running gun battle|gun fight|gun duel|fire fight|shooting match|encounter with security forces|exchange of shots|exchange of artillery fire|trading of fire|engagement with rebels|border clash|border skirmish|armed encounter|armed confrontation|armed clash|armed engagement|sea battle|naval battle|naval clash|tank battle|dogfight|shoot out|clash|clashes|firefight|gunfight|gun battle|gunbattle|shootout|shoot-out|skirmish|ambush|exchange of fire|exchange of gunfire|fierce fighting|heavy fighting|fighting|pitched battle|crossfire|engagement with insurgent|street battle|ground offensive|attack on a checkpoint",
  ],
  [
    "weak",
    clash,
    2,
    "encounter|stand-off|standoff|offensive|military operation|security operation|clearance operation|battle|counteroffensive|military offensive|small-arms fire|small arms fire|direct fire",
  ],
  [
    "evidence",
    "attack",
    2,
    "gunman|gunmen|knife|machete|handgun|rifle|assault rifle|pistol|knifeman|assassin|sniper|shooter|lone gunman|shots|bullets|machinegun|machine gun|submachine gun|rifle fire|automatic fire|gunshot wound|bullet wound|assailant|hitman|hitmen",
  ],
  [
    "event",
    taken,
    4,
    "hostage drama|hostage siege|skyjacking|kidnap attempt|kidnapping attempt|abduction attempt|enforced disappearance|ship hijacking|plane hijacking|bus hijacking|vessel hijacking|kidnapping|abduction|kidnap|hostage-taking|hijacking|hijack|hijack attempt|attempted hijacking|attempted kidnapping|hostage taking|forced disappearance|carjacking|mass abduction|mass kidnapping",
  ],
  ["evidence", taken, 2, "hostage|captive|kidnapper|hijacker"],
  [
    "event",
    "peaceful-protest",
    3,
    "peace march|protest strike|sit-down strike|protest action|picket|picketing|walkout|human chain|silent march|torchlight march|student protest|student demonstration|street demonstration|hunger march|peace rally|anti-war protest|anti-war demonstration|antigovernment protest|antigovernment demonstration|anti-government demonstration|anti-government rally|opposition rally|mass rally|solidarity rally|protest|demonstration|sit-in|street protest|protest march|anti-government protest|mass protest|mass demonstration|protest rally|candlelight vigil|general strike",
  ],
  ["weak", "peaceful-protest", 2, "rally|rallies|march|marches|vigil|hunger strike"],
  ["event", "protest-with-intervention", 3, "lathicharge|lathi charge|lathi-charge|baton charge"],
  ["weak", "peaceful-protest", 2, "bandh|hartal|shutdown strike|strike against"],
  ["weak", "looting-property-destruction", 3, "on fire|alight|ablaze"],
  ["weak", "other", 2, "stampede|crush|hoax|mutiny|martial law"],
  ["evidence", "peaceful-protest", 2, "protester|protestor|demonstrator|placard"],
  [
    "evidence",
    "protest-with-intervention",
    3,
    "tear gas|teargas|water cannon|rubber bullet|riot police|stun grenade|pepper spray|baton|plastic bullet",
  ],
  [
    "event",
    "violent-demonstration",
    4,
    "riot|food riot|bread riot|race riot|prison riot|street riot|street disturbance|rioting|violent protest|street violence|civil unrest|violent demonstration|looting spree|violent clashes with police",
  ],
  ["evidence", "violent-demonstration", 3, "rioter|molotov cocktail|petrol bomb|stone-throwing|barricade"],
  [
    "event",
    "mob-violence",
    4,
    "lynching|mob killing|mob justice|mob lynching|communal riot|communal rioting|sectarian riot|communal fighting|ethnic clash|ethnic fighting|ethnic bloodletting|pogrom|race attack|racist attack|tribal clash|tribal fighting|tribal violence|intercommunal violence|inter-communal violence|intercommunal clash|clan fighting|mob attack|mob violence|communal violence|sectarian violence|communal clash|ethnic violence|vigilante attack|sectarian clashes",
  ],
  ["evidence", "mob-violence", 3, "mob|angry crowd|vigilante"],
  ["event", "sexual-violence", 5, "gang rape|gang-rape|mass rape|rape|sexual assault"],
  [
    "event",
    damage,
    3,
    "arson attack|petrol bomb attack|petrol-bomb attack|petrol bombing|wave of arson|torching|burning of houses|desecration|arson|looting|vandalism|firebombing|ransacking|firebomb attack|sabotage",
  ],
  [
    "event",
    "agreement",
    3,
    "ceasefire agreement|peace agreement|peace deal|peace accord|ceasefire deal|truce agreement|prisoner swap|prisoner exchange|peace treaty",
  ],
  ["weak", "agreement", 2, "ceasefire|cease-fire|truce|armistice"],
  ["event", "arrests", 3, "arrest|apprehension|mass arrest|raid and arrest|detention of"],
  ["weak", "arrests", 2, "detention|capture|crackdown|manhunt|detainee"],
  [
    "event",
    "disrupted-weapons-use",
    4,
    "interception|controlled detonation|controlled explosion|weapons seizure|arms seizure|bomb plot|terror plot|terrorist plot|failed bombing|foiled attack|attempted bombing|defused bomb",
  ],
  [
    "evidence",
    "disrupted-weapons-use",
    2,
    "weapons cache|arms cache|cache of weapons|air defence|air defense|air defences|air defenses|anti-aircraft|iron dome|patriot missile|c-ram|missile defence|missile defense|airborne threat",
  ],
  [
    "event",
    "other",
    2,
    "coup|coup attempt|attempted coup|military coup|prison break|jailbreak|jail break|cyberattack",
  ],
  [
    "weak",
    "government-regains-territory",
    3,
    "in control of|in full control of|in government hands|under government control",
  ],
  ["weak", "non-state-actor-overtakes-territory", 3, "in rebel hands"],
  ["weak", "agreement", 2, "deal|pact|accord"],
];
