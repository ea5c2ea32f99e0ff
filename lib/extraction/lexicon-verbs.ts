import type { LexiconRow } from "./lexicon";

const shelling = "shelling-artillery-missile-attack";
const air = "air-drone-strike";
const bomb = "remote-explosive-landmine-ied";
const clash = "armed-clash";
const taken = "abduction-forced-disappearance";
const damage = "looting-property-destruction";

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
    "murder|assassinate|massacre|behead|stab|shoot/shot/shot|shoot dead/shot dead/shot dead|gun down/gunned down/gunned down/gunning down|open fire/opened fire/opened fire/opening fire|knife|hack to death/hacked to death/hacked to death|lynch|slaughter|poison|spray with bullets|riddle with bullets|pump bullets into|cut down/cut down/cut down|mow down/mowed down/mowed down|shoot up/shot up/shot up|ambush and kill|fire on/fired on/fired on/firing on|shoot to death/shot to death/shot to death|stab to death/stabbed to death/stabbed to death",
  ],
  ["weak", "arrests", 3, "hold/held/held|pick up/picked up/picked up"],
  [
    "weak",
    "other",
    3,
    "free/freed/freed/freeing|release|regain his freedom|regain her freedom|regain their freedom|find alive/found alive/found alive|hand over/handed over/handed over",
  ],
  [
    "weak",
    "non-state-actor-overtakes-territory",
    3,
    "take/took/taken|fall/fell/fallen|fall into/fell into/fallen into|go/went/gone|lose/lost/lost|pull out of|withdraw from/withdrew from/withdrawn from|retreat from|abandon|vacate|enter|advance into|move into|march into|push into|sweep into/swept into/swept into|roll into|ride into/rode into/ridden into|pour into|occupy|conquer|take over/took over/taken over",
  ],
  [
    "weak",
    "government-regains-territory",
    3,
    "secure|drive out of/drove out of/driven out of|push out of|force out of|expel from/expelled from/expelled from|oust from|clear of|flush out of",
  ],
  [
    "weak",
    taken,
    3,
    "snatch|drag from/dragged from/dragged from|drag out of/dragged out of/dragged out of|bundle into|whisk away|march off",
  ],
  ["event", taken, 3, "disappear after|seize hostage"],
  [
    "weak",
    "arrests",
    3,
    "charge|indict|surrender|give himself up/gave himself up/given himself up|give herself up/gave herself up/given herself up|give themselves up/gave themselves up/given themselves up",
  ],
  ["weak", "attack", 2, "find/found/found|discover|recover|unearth|dump|hang/hanged/hanged|strangle|drown"],
  ["weak", null, 1, "rescue|send/sent/sent|drop/dropped/dropped/dropping|trample|crush to death|stone"],
  [
    "event",
    "attack",
    2,
    "fire at|fire into|fire shots|shoot at/shot at/shot at|shoot and kill/shot and killed/shot and killed|rake with|burn alive/burned alive/burned alive|burn to death/burned to death/burned to death|decapitate|mutilate|trample to death|lynch",
  ],
  [
    "weak",
    "attack",
    2,
    "run over/ran over/run over|run down/ran down/run down|drive into/drove into/driven into",
  ],
  ["weak", clash, 2, "harass"],
  ["weak", damage, 2, "set light to/set light to/set light to"],
  ["weak", "violent-demonstration", 3, "pelt"],
  [
    "event",
    "violent-demonstration",
    3,
    "hurl stones|throw stones/threw stones/thrown stones|pelt with stones",
  ],
  [
    "event",
    "protest-with-intervention",
    3,
    "lathicharge|baton-charge|tear-gas/tear-gassed/tear-gassed/tear-gassing",
  ],
  [
    "weak",
    damage,
    3,
    "empty|strip/stripped/stripped/stripping|carry off|make off with/made off with/made off with",
  ],
  ["event", damage, 3, "plunder|pillage|deface|desecrate|bulldoze"],
  [
    "weak",
    "other",
    3,
    "overthrow/overthrew/overthrown|topple|oust|depose|escape|break out of/broke out of/broken out of|regain freedom|let go|walk free",
  ],
  ["event", "other", 3, "seize power|declare martial law|stage a coup"],
  ["weak", "attack", 2, "plant a bomb|lay a mine/laid a mine/laid a mine"],
  [
    "event",
    "disrupted-weapons-use",
    4,
    "make safe/made safe/made safe|render safe|take apart/took apart/taken apart|dismantle a bomb|did not explode/did not explode/did not explode/not exploding|did not go off/did not go off/did not go off|did not detonate/did not detonate/did not detonate|didn't explode/didn't explode/didn't explode",
    { outcome: "foiled" },
  ],
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
    "light candles/lit candles/lit candles|stage a sit-in/staged a sit-in/staged a sit-in|hold a vigil/held a vigil/held a vigil|protest|demonstrate|take to the streets/took to the streets/taken to the streets",
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
