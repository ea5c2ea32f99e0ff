import { allSought, mayMatch, seek, seekIn } from "./matches";
import type { Span } from "./text";

/** What kills, as it stands behind those whom it killed. */
export const KILLED =
  "(?:killed|slain|dead|died|die|dies|dying|perished|massacred|beheaded|decapitated|executed|murdered|martyred|slaughtered|assassinated|lynched|drowned|electrocuted|suffocated|neutrali[sz]ed|eliminated|gunned down|cut down|mown down|mowed down|burn(?:ed|t) alive|blown up|blown (?:to pieces|apart)|fatally (?:shot|stabbed|wounded|injured|hit|struck)|mortally wounded|succumb(?:ed|s)|(?:stabbed|hacked|beaten|burn(?:ed|t)|trampled|crushed|shot|machine-?gunned|bludgeoned|stoned|tortured|bled|clubbed|knifed|kicked|starved|choked|strangled|blasted) to death|shot dead|found (?:dead|hanged|shot)|shot and killed|shot to death|(?:lost|lose|losing|gave|given|laid down) (?:their|his|her|its) li(?:fe|ves)|had (?:their|his|her) throats? (?:cut|slit)|with (?:their|his|her) throats? (?:cut|slit)|(?:embraced|attained|achieved) (?:martyrdom|shahadat)|killed in action)";
/** What hurts, as it stands behind those whom it hurt. */
export const HURT =
  "(?:wounded|injured|hurt|hospitali[sz]ed|maimed|concussed|shot and (?:wounded|injured)|shot (?:and \\w+ )?in the (?:leg|legs|arm|shoulder|foot|thigh|knee|back|stomach|chest|neck|head|face|hand|abdomen)|(?:treated|receiving treatment|undergoing treatment|admitted)(?: to (?:an? |the )?(?:\\w+ ){0,2}hospitals?)? (?:for|with|at|in|on)\\b|(?:taken|rushed|brought|carried|evacuated|flown|sent|transferred|admitted) to (?:an? |the )?(?:[\\w'-]+ ){0,4}?(?:hospitals?|clinics?|intensive care)|(?:suffer(?:ed|ing)?|sustain(?:ed|ing)?|receiv(?:ed|ing)|had|have|has|with)(?: [\\w-]+(?:,| and)?){0,4} (?:injur(?:y|ies)|wounds?|burns|cuts|fractures?|trauma|concussions?|(?:broken|fractured) \\w+))";
export const ADVERBS =
  "(?:(?:also|reportedly|confirmed|feared|believed|presumed|allegedly|either|critically|gravely|seriously|severely|badly|slightly|lightly|mildly|grievously|mostly|later|then|all|both|each|subsequently|eventually|instantly|immediately|now|since|already|thus|to be|to have|to have been|themselves|himself|herself) )*";
export const AUX =
  "(?:(?:was|were|have been|had been|has been|are|is|been|be|being|have|had|has|got|get|who|lay|lie|reported|pronounced|declared|confirmed|left|to|said to) )*";

const FILLER =
  "(?: (?:only|just|also|both|all|instantly|outright|nearly|another|(?:an? |the |one )?(?:entire |whole )?(?:family|group|crew|team|total|party) of|(?:civilian|innocent) lives of))*";
/** What kills, as it stands before those whom it killed. */
export const BEFORE_KILLED = seekIn(
  new RegExp(
    `(?:\\bkill(?:ed|ing|s)?|burn(?:ed|t|ing) alive|(?:cut|cutting|slit|slitting) the throats? of|butcher(?:ed|ing)|(?:claim|cost|took|taken|taking|claimed|claiming|claims|costing) the lives of|deaths? of|killings? of|murder(?:ed|ing|s| of)?|massacre(?:d|s| of)?|massacring|executi(?:on|ons) of|execut(?:ed|ing|es)|behead(?:ed|ing|s)(?: of)?|decapitat(?:ed|ing)|slaughter(?:ed|ing|s)(?: of)?|slay(?:ing|s)?(?: of)?|slew|assassinat(?:ed|ing|es|ion of)|martyr(?:ed|ing)|lynch(?:ed|ing)|neutrali[sz](?:ed|ing)|eliminat(?:ed|ing)|(?:shot|shooting|shoots|leaving|left|leaves) dead|fatally (?:shot|stabbed|wounded|shooting|stabbing|wounding)|(?:shot|shooting|stabbed|tortured|hacked|beat) and kill(?:ed|ing)|(?:gunned|gunning|guns|mown|mowing|cut|cutting) down|(?:shooting|shot|stabbed|stabbing|hacked|hacking|beat|beating|burned|burning|crushing|trampled|trampling|bludgeoned)(?: [\\w]+){0,2} to death|bodies of|corpses of|remains of|body of|corpse of|(?:death|murder|killing|assassination|execution|slaying) of|loss of|(?:killed|dead|deaths|fatalities)(?: in [^.;,]{1,30})?(?: so far)?(?: now|:))(?: and (?:wounded|injured))?${FILLER}\\s*$`,
    "i",
  ),
);
export const BEFORE_HURT = seekIn(
  new RegExp(
    `(?:\\b(?:wound|injur)(?:ed|ing|es?|s)|\\bhurt(?:ing|s)?|\\bmaim(?:ed|ing|s)|injur(?:y|ies) (?:to|of)|wounding of|(?:wounded|injured|injuries)(?: now|:)|\\bhospitali[sz](?:ed|ing))${FILLER}\\s*$`,
    "i",
  ),
);
/** "Killed or wounded 30", "30 killed or wounded": nobody can tell how many of either. */
export const BEFORE_BOTH = seekIn(
  /(?:kill(?:ed|ing|s)? (?:or|and|and\/or|\/)|(?:dead|deaths) (?:or|and\/or)) ?(?:wound|injur)(?:ed|ing|s|es|ies)?(?: of)?\s*$/i,
);
export const AFTER_BOTH = seekIn(
  /^(?: [\p{L}'-]+){0,5}? (?:killed|dead) (?:(?:or|and\/or) (?:wounded|injured|hurt)\b|and (?:wounded|injured|hurt)(?=[.,;]|$| (?:in|by|when|after|since|during)\b))/iu,
);
/** A running total: "the death toll rose to". */
export const BEFORE_TOLL = seekIn(
  /(?:\b(?:death|casualty) tolls?|\btolls?\b|number of (?:the )?(?:dead|deaths|people|persons|those|civilians|fatalities|victims|bodies|killed)\b|(?:death|body) count|count of (?:the|those|people) (?:dead|killed)|number killed|\b(?:dead|deaths|killed|fatalities)(?= at\b))[^;]{0,200}?\b(?:to|at|of|in|was|is|reached|reaching|exceed(?:ed|ing|s)?|as|passed|topped|hit|stood)(?: \w+ly)?\s*$|\btolls?(?: now)?:\s*$|\b(?:it|this|that|figure|number|count|total|toll)(?:'d| had| has)? (?:since |later |now |then )?(?:risen|rose|climbed|grew|grown|increased|jumped|mounted) to\s*$|\b(?:authorities|officials?|ministry|police|government|governor|hospitals?)\b[^;]{0,40}\bconfirmed (?:only )?$/i,
);
/** "the number of wounded rose to": the same for the injured. */
export const BEFORE_HURT_TOLL = seekIn(
  /(?:(?:number|count|tally) of (?:the )?(?:people )?(?:wounded|injured|injuries|those (?:wounded|injured|hurt))|\b(?:wounded|injured|injuries)(?= (?:at|to)\b))[^.;]{0,120}?\b(?:to|at|of|was|is|reached)(?: \w+ly)?\s*$/i,
);
/** What comes counts a part of those counted before. */
export const SUBSET = seekIn(
  /(?:\bincluding|\bincludes?|\bincluded|\bamong (?:them|whom|those killed|the dead|the victims|the wounded|the injured)(?: (?:was|were|is|are))?|\bof (?:them|whom)|\bmostly)\s*$/i,
);
/** The number counts a part of what was counted before: "five of the dead", "two of them". */
export const PART_OF = seekIn(
  /^ of (?:them|whom|those|the (?:[\p{L}]+ )?(?:dead|killed|victims|injured|wounded|casualties|hostages|captives|passengers|survivors|attackers|gunmen|bombers|assailants|militants|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b/iu,
);
/** What a sentence says in passing of some of those whom it counts: ", including two children and a teacher,". */
const ASIDE = seek(
  /\((?=[^()]{0,60}\b(?:men|women|children|civilians|soldiers|policemen|adults|boys|girls)\b)|(?:[,(]| [-–—]) ?(?:including|among (?:them|whom)|mostly|most of them|some of them|(?:at least )?[\p{L}\d]+ of (?:them|whom))\b|\b(?:including|of whom)\b/giu,
);
const ASIDE_END =
  /[;)]| [-–—] |,? (?:was|were|have|had|has|died|lost|suffered|sustained|perished|are|is) |,? (?:and|while) (?:[\p{L}\d]+ ){1,4}?(?:others|more|wounded|injured|were)\b|,? (?:and |while )?(?:wounding|injuring|killing|leaving|wounded|injured|killed)\b|, (?:when|after|in|on|as|while|according|police|officials|the|before|during|near|at)\b/giu;

/** "Another attack left dozens dead": what is counted behind it died in that one. */
const OTHER_EVENT = seek(
  /\b(?:another|a (?:second|third|separate|different|similar))(?: (?!person|man|woman|soldier)[\p{L}-]+){0,2} (?:attack|bombing|blast|explosion|shooting|raid|strike|airstrike|ambush|clash|incident|massacre|assault)\b/iu,
);

/** Where a sentence goes over to another event, or null. */
export const otherEventAt = (text: string): number | null =>
  (mayMatch(text, OTHER_EVENT) && OTHER_EVENT.pattern.exec(text)?.index) || null;

/** Stretches that count a part of those counted beside them. At most 20. */
export function asidesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const match of allSought(text, ASIDE)) {
    const start = match.index + match[0].length;
    if (found.length >= 20) break;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    ASIDE_END.lastIndex = start;
    const end = Math.min(ASIDE_END.exec(text)?.index ?? text.length, start + 200);
    const isLed = / of (?:them|whom)$/i.test(match[0]);
    found.push({ start: isLed ? match.index + 1 : start, end });
  }
  return found;
}
const THINGS =
  "years?|months?|weeks?|days?|hours?|minutes?|seconds?|nights?|decades?|km|kms|kilomet\\w+|miles?|met(?:er|re)s?|yards?|feet|foot|inch(?:es)?|hectares|acres|percent|per cent|%|times?|rounds?|rockets?|missiles?|drones?|shells?|mortars?|bombs?|explosions?|blasts?|grenades?|bullets?|shots?|vehicles?|trucks?|lorr(?:y|ies)|buses|bus|cars?|trains?|carriages?|coaches|boats?|ships?|vessels?|tanks?|aircraft|planes?|helicopters?|motorcycles?|motorbikes?|houses?|homes?|huts?|buildings?|shops?|stores?|schools?|churches|church|mosques?|hospitals?|apartments?|rooms?|shelters?|tents?|attacks?|attempts?|strikes?|raids?|incidents?|operations?|clashes|battles?|pounds?|kg|kgs|kilos?|grams?|tons?|tonnes?|lit(?:er|re)s?|dollars?|euros?|rupees|million|billion|a\\.?m|p\\.?m|hrs?|provinces?|districts?|cities|towns|states|countries|villages?|locations?|sites?|places?|sides|areas|points|targets?|positions?|checkpoints?|posts?|bases?|mm|caliber|calibre|o'clock|barrels?|weapons?|rifles?|guns?|pistols?|phases|stages|fronts|floors?|degrees|votes|seats|parts|types|kinds|groups|organi[sz]ations|separate|different|consecutive|occasions|ways";
/** The number counts no people. */
export const NOT_PEOPLE = seekIn(
  new RegExp(
    `^[\\s-]?(?:[\\p{L}\\d-]+ )?(?:${THINGS})(?![\\p{L}-])(?! [\\p{L}-]*(?:ers|ors|men|ists|ians|ants|guards?|crews?|people|women|children|staff|victims|pupils|students)\\b)`,
    "u",
  ),
);
export const CLAIM = seekIn(
  /\b(?:claim(?:ed|s|ing)?(?! (?:the li(?:fe|ves)|responsibility|credit))|alleg(?:ed|es|ing)|estimat(?:ed|es)|unconfirmed|witness(?:ed|ing)|boasted|unverified|some (?:reports|sources|media)|(?:said|says)(?: that)? (?:it|they)(?: had| have)? killed)\b/i,
);
/** Said before, and superseded by what is said now. */
export const EARLIER = seekIn(
  /(?:\b(?:earlier|early (?:accounts?|reports?|figures?)|initially|initial|previously|previous|at first(?! light)|first (?:reports?|count|figures?)|preliminary)\b(?:(?!\b(?:but|however|now)\b)[^.;]){0,60}|\bhad (?:said|put|reported|given|counted|told|estimated|spoken|confirmed)\b[^.;]{0,70}|\b(?:not|rather than|instead of|(?:up|down|revised|corrected|lowered) from)(?: an?)?(?: (?:earlier|initial|previous|first)(?: \w+){1,2} of)?\s*)$/i,
);
/** "Lowered the toll to", "corrected to": replaces even a larger figure. */
export const CORRECTED = seekIn(
  /\b(?:revis(?:ed|ing|es)|lower(?:ed|ing|s)|correct(?:ed|ing|s)|reduc(?:ed|ing|es)|downgrad(?:ed|ing)|scal(?:ed|ing) (?:back|down)|cut)\b[^.;]{0,70}\b(?:to|at)\s*$/i,
);
