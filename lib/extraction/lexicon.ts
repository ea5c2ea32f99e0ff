import type { EventType } from "@/lib/taxonomy/event-types";
import type { Outcome } from "@/lib/taxonomy/terms";

/**
 * What a word or phrase says about an event.
 * strength: 1 names violence of any kind ("attack", "killed"), 5 names one kind beyond doubt ("suicide bomber").
 * role: "event" is a mention by itself; "weak" is one only beside a weapon, another cue or casualties;
 * "evidence" never is, but tells the kind of the event that it stands beside.
 */
export type Sense = {
  type: EventType | null;
  strength: number;
  role: "event" | "weak" | "evidence";
  pos: "noun" | "verb" | "participle" | "ing" | "base";
  outcome?: Outcome;
  /** Word for titles: "rocket", "car bomb". */
  weapon?: string;
  plural?: boolean;
};

export type LexiconRow = readonly [
  role: "event" | "weak" | "evidence",
  type: EventType | null,
  strength: number,
  phrases: string,
  extra?: { outcome?: Outcome; weapon?: string },
];

const shelling = "shelling-artillery-missile-attack";
const air = "air-drone-strike";
const bomb = "remote-explosive-landmine-ied";
const clash = "armed-clash";
const taken = "abduction-forced-disappearance";
const damage = "looting-property-destruction";

/** Noun phrases, singular; a plural in s is added to each. */
export const NOUNS: readonly LexiconRow[] = [
  ["event", null, 1, "attack|assault|onslaught|violence|bloodshed|incursion"],
  ["weak", null, 1, "strike|raid|incident|operation|battle|siege|hit|killing|death toll|incursion"],
  [
    "event",
    "attack",
    2,
    "killing spree|murder|slaying|execution-style killing|assassination|assassination attempt|massacre|slaughter|beheading|stabbing|knife attack|shooting|shooting spree|mass shooting|drive-by shooting|gun attack|axe attack|machete attack|stabbing spree|acid attack|hostage crisis|shooting attack|lone-wolf attack|terror attack|terrorist attack",
  ],
  ["weak", "attack", 2, "execution|gunshot|gunfire"],
  [
    "event",
    air,
    4,
    "airstrike|air strike|air raid|drone strike|drone attack|aerial attack|aerial bombardment|air attack|aerial bombing|missile strike from a drone|bombing raid|helicopter attack|helicopter strike|drone raid|drone bombing",
    { weapon: "air" },
  ],
  [
    "evidence",
    air,
    3,
    "drone|uav|unmanned aerial vehicle|warplane|fighter jet|fighter-jet|jet|bomber jet|helicopter gunship|gunship|attack helicopter|f-16|f-15|b-52|predator|warthog|air support|close air support",
  ],
  ["evidence", air, 1, "helicopter|aircraft"],
  [
    "event",
    shelling,
    4,
    "rocket attack|missile attack|missile strike|rocket strike|rocket fire|mortar attack|mortar fire|artillery fire|shelling|artillery strike|rocket barrage|bombardment|missile barrage|ballistic missile attack|mortar round|barrage of rockets|barrage of missiles|shell fire|tank fire|artillery attack|rocket launch at|indirect fire",
  ],
  [
    "evidence",
    shelling,
    3,
    "rocket|missile|mortar|artillery|artillery shell|shell|katyusha|ballistic missile|cruise missile|projectile|grad rocket|howitzer",
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
    "car bombing|truck bombing|bomb attack|bomb blast|bomb explosion|car bomb attack|roadside bombing|car bomb explosion|mine explosion|landmine explosion|landmine blast|mine blast|ied attack|ied blast|ied strike|ied explosion|ied detonation|roadside bomb attack|roadside bomb blast|car blast|parcel bomb attack|double bombing|twin bombing|twin blast|car bomb blast|twin explosion|bombing",
  ],
  ["event", bomb, 2, "blast|explosion|detonation"],
  [
    "evidence",
    bomb,
    4,
    "limpet mine|naval mine|sea mine|magnetic mine|car bomb|truck bomb|roadside bomb|improvised explosive device|ied|landmine|land mine|anti-tank mine|explosive device|parcel bomb|letter bomb|nail bomb|magnetic bomb|sticky bomb|motorcycle bomb|time bomb|pipe bomb|petrol bomb|vehicle-borne improvised explosive device|vbied|booby trap|limpet mine|naval mine|sea mine|magnetic mine|explosive-laden boat",
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
    "clash|clashes|firefight|gunfight|gun battle|gunbattle|shootout|shoot-out|skirmish|ambush|exchange of fire|exchange of gunfire|fierce fighting|heavy fighting|fighting|pitched battle|crossfire|engagement with insurgent|street battle|ground offensive|attack on a checkpoint",
  ],
  [
    "weak",
    clash,
    2,
    "offensive|military operation|security operation|clearance operation|battle|counteroffensive|military offensive|small-arms fire|small arms fire|direct fire",
  ],
  [
    "evidence",
    "attack",
    2,
    "gunman|gunmen|knife|machete|handgun|rifle|assault rifle|pistol|knifeman|assassin|sniper|shooter|lone gunman|shots|bullets",
  ],
  [
    "event",
    taken,
    4,
    "kidnapping|abduction|kidnap|hostage-taking|hijacking|hostage taking|forced disappearance|carjacking|mass abduction|mass kidnapping",
  ],
  ["evidence", taken, 2, "hostage|captive|kidnapper|hijacker"],
  [
    "event",
    "peaceful-protest",
    3,
    "protest|demonstration|sit-in|street protest|protest march|anti-government protest|mass protest|mass demonstration|protest rally|candlelight vigil|general strike",
  ],
  ["weak", "peaceful-protest", 2, "rally|rallies|march|marches|vigil|hunger strike"],
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
    "riot|rioting|violent protest|street violence|civil unrest|violent demonstration|unrest|looting spree|violent clashes with police",
  ],
  ["evidence", "violent-demonstration", 3, "rioter|molotov cocktail|petrol bomb|stone-throwing|barricade"],
  [
    "event",
    "mob-violence",
    4,
    "lynching|mob attack|mob violence|communal violence|sectarian violence|communal clash|ethnic violence|vigilante attack|sectarian clashes",
  ],
  ["evidence", "mob-violence", 3, "mob|angry crowd|vigilante"],
  ["event", "sexual-violence", 5, "gang rape|gang-rape|mass rape|rape|sexual assault"],
  [
    "event",
    damage,
    3,
    "arson attack|arson|looting|vandalism|firebombing|ransacking|firebomb attack|sabotage",
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
  ["event", shelling, 3, "shootdown of the"],
];

/** Verbs by their base form; all forms are made. "a/b/c" gives irregular past, participle and ing forms. */
export const VERBS: readonly LexiconRow[] = [
  ["event", null, 1, "attack|kill|assault|slay/slew/slain|target and kill"],
  [
    "weak",
    null,
    1,
    "hit/hit/hit/hitting|strike/struck/struck|target|storm|raid|injure|wound|hurt/hurt/hurt|die/died/died/dying|launch|fire|land|damage|destroy|fire upon|slam into|crash into|plough into|plow into|claim the lives of|perish|pound|maim|throw/threw/thrown|hurl|lob/lobbed/lobbed/lobbing|put through/put through/put through|come down/came down/come down|rip through/ripped through|tear through/tore through/torn through|sink/sank/sunk|suffocate",
  ],
  [
    "event",
    "attack",
    2,
    "murder|assassinate|massacre|behead|stab|shoot/shot/shot|shoot dead/shot dead/shot dead|gun down/gunned down/gunned down/gunning down|open fire/opened fire/opened fire/opening fire|knife|hack to death/hacked to death/hacked to death|lynch|slaughter|poison|spray with bullets|mow down/mowed down/mowed down|shoot up/shot up/shot up|ambush and kill|fire on/fired on/fired on/firing on|shoot to death/shot to death/shot to death|stab to death/stabbed to death/stabbed to death",
  ],
  ["weak", "arrests", 3, "hold/held/held|pick up/picked up/picked up"],
  ["weak", "other", 3, "free/freed/freed/freeing|release|hand over/handed over/handed over"],
  ["weak", "non-state-actor-overtakes-territory", 3, "take/took/taken"],
  ["weak", damage, 3, "burn/burned/burned|burn/burnt/burnt"],
  ["weak", "attack", 2, "execute|beat to death/beat to death/beaten to death|torture"],
  [
    "event",
    bomb,
    3,
    "bomb|detonate|explode|blow up/blew up/blown up/blowing up|go off/went off/gone off/going off|set off/set off/set off/setting off|car-bomb",
  ],
  [
    "event",
    "suicide-bomb",
    5,
    "blow himself up/blew himself up/blown himself up/blowing himself up|blow herself up/blew herself up/blown herself up/blowing herself up|blow themselves up/blew themselves up/blown themselves up/blowing themselves up|blow himself/blew himself|detonate his explosives|detonate his vest|detonate explosives strapped|detonate his explosive vest|detonate himself|detonate a suicide vest",
  ],
  [
    "weak",
    "suicide-bomb",
    3,
    "ram/rammed/rammed/ramming|pack with explosives/packed with explosives/packed with explosives|lade with explosives/laden with explosives/laden with explosives|load with explosives",
  ],
  [
    "event",
    shelling,
    4,
    "shell|bombard|mortar|lob mortar|fire rocket|fire missile|launch rocket|launch missile|fire mortar",
  ],
  ["event", air, 3, "bomb from the air|carry out air strikes|carry out airstrikes|strafe"],
  [
    "event",
    clash,
    4,
    "ambush|clash|exchange fire|exchange gunfire|return fire|trade fire|battle|skirmish|do battle",
  ],
  [
    "weak",
    clash,
    2,
    "fight/fought/fought|engage|repel/repelled/repelled/repelling|repulse|overpower|come under fire/came under fire/come under fire|come under attack/came under attack/come under attack",
  ],
  [
    "event",
    "government-regains-territory",
    3,
    "recapture|retake/retook/retaken|liberate|regain control|recaptured from",
  ],
  [
    "weak",
    "non-state-actor-overtakes-territory",
    3,
    "overrun/overran/overrun/overrunning|seize control|take control/took control/taken control|capture|seize|fall under/fell under/fallen under|fall to/fell to/fallen to",
  ],
  [
    "event",
    taken,
    4,
    "kidnap/kidnapped/kidnapped/kidnapping|abduct|take hostage/took hostage/taken hostage|hijack|hold hostage/held hostage/held hostage|carjack|seize hostage|kidnap and kill|take captive/took captive/taken captive",
  ],
  [
    "event",
    "peaceful-protest",
    3,
    "protest|demonstrate|take to the streets/took to the streets/taken to the streets",
  ],
  ["weak", "peaceful-protest", 2, "rally|march"],
  ["evidence", "protest-with-intervention", 3, "disperse|break up/broke up/broken up|tear-gas"],
  ["event", "violent-demonstration", 4, "riot/rioted/rioted/rioting"],
  [
    "event",
    damage,
    3,
    "loot|torch|burn down|set fire to/set fire to/set fire to/setting fire to|set ablaze/set ablaze/set ablaze/setting ablaze|set alight/set alight/set alight|ransack|vandalise|vandalize|firebomb|sabotage|set on fire/set on fire/set on fire|raze",
  ],
  ["event", "sexual-violence", 5, "rape|gang-rape|sexually assault"],
  [
    "event",
    "arrests",
    3,
    "arrest|detain|apprehend|take into custody/took into custody/taken into custody|round up",
  ],
  [
    "event",
    "disrupted-weapons-use",
    4,
    "intercept|shoot down/shot down/shot down|down/downed/downed/downing|bring down/brought down/brought down",
    { outcome: "intercepted" },
  ],
  ["event", "disrupted-weapons-use", 4, "foil|thwart|defuse|disarm|avert", { outcome: "foiled" }],
  [
    "event",
    "disrupted-weapons-use",
    3,
    "fail to explode|fail to detonate|fail to go off",
    { outcome: "failed" },
  ],
  ["evidence", "disrupted-weapons-use", 3, "neutralise|neutralize|eliminate|deactivate|jam"],
  [
    "weak",
    "agreement",
    3,
    "sign a ceasefire|agree to a ceasefire|agree a ceasefire|sign a peace|agree on a ceasefire|agree to a truce|sign a truce|declare a ceasefire|announce a ceasefire|reach a ceasefire",
  ],
];
