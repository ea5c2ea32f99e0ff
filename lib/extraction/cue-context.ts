import type { Cue } from "./cues";
import type { Entity } from "./entities";
import { GROUP_NOUNS } from "./entity-words";
import type { Sense } from "./lexicon";
import type { PlaceUse } from "./place-choice";
import type { Token } from "./tokens";

const AIRCRAFT =
  /^(?:plane|planes|aircraft|helicopter|helicopters|jet|jets|airliner|warplane|warplanes|jetliner|flight|chopper)$/;
const ARMS =
  /^(?:weapons?|arms|ammunition|explosives?|rifles?|munitions|grenades?|rockets?|missiles?|firearms|materials?|detonators?)$/;
const GOODS = /^(?:drugs?|opium|heroin|narcotics|cocaine|documents|cash|money|computers?|phones?|oil)$/;
const CRAFT =
  /^(?:tankers?|supertanker|ships?|vessels?|freighters?|boats?|trawlers?|yachts?|plane|planes|airliner|bus|buses|carrier|dhow)$/;
const PERSON =
  /^(?:leader|leaders|commander|commanders|facilitator|facilitators|suspects?|insurgents?|militants?|individuals?|men|man|members?|fighters?|terrorists?|rebels?|gunm[ae]n|soldiers?|hostages?|suspected|operative|operatives|associates?|people|woman|journalists?)$/;

const retype = (cue: Cue, change: Partial<Sense>): Cue => ({ ...cue, sense: { ...cue.sense, ...change } });

/** Cues whose kind hangs on their object: who is captured, what is shot down, what is seized. */
export function adjustCue(
  cue: Cue,
  tokens: readonly Token[],
  entities: readonly Entity[],
  places: readonly PlaceUse[],
): Cue {
  const after = tokens.slice(cue.last, cue.last + 7).map((token) => token.lower);
  const before = tokens.slice(Math.max(0, cue.first - 10), cue.first).map((token) => token.lower);
  const around = [...before, ...after];
  if (
    /^(?:shot|shoot|shoots|shooting|brought|bring|bringing) down$|^down(?:ed|ing)$/.test(cue.words) &&
    around.some((word) => AIRCRAFT.test(word)) &&
    !around.some((word) => /^(?:drones?|uav|unmanned)$/.test(word))
  ) {
    return retype(cue, { type: "shelling-artillery-missile-attack", outcome: undefined });
  }
  const crowd = around.some((word) =>
    /^(?:protest(?:e|o)rs?|demonstrators?|mob|crowds?|rioters?|students)$/.test(word),
  );
  if (/^(?:storm|overran|overrun)/.test(cue.words) && crowd)
    return retype(cue, { type: "violent-demonstration", strength: 3, role: "event" });
  if (/^storm/.test(cue.words) && before.some((word) => GROUP_NOUNS.get(word) === "armed"))
    return retype(cue, { role: "event" });
  if (
    /^(?:seiz|occup|took over|storm)/.test(cue.words) &&
    after.some((word) => /^(?:school|theat(?:er|re)|hotel|hospital|embassy|restaurant|mall|bank)$/.test(word))
  ) {
    const isHostage = tokens.some((token) => /^hostages?$/.test(token.lower));
    return retype(cue, {
      type: isHostage ? "abduction-forced-disappearance" : "attack",
      strength: 3,
      role: "event",
    });
  }
  if (/^(?:captur|seiz|capture|overr|secured)/.test(cue.words) && cue.sense.pos !== "noun") {
    const isPassive = /^(?:was|were|been)$/.test(before.at(-1) ?? "");
    const object = isPassive ? before : after;
    const isHeadlinePassive =
      before.slice(-3).some((word) => PERSON.test(word)) &&
      /^(?:in|by|at|near|overnight|during|end|,)?$/.test(after[0] ?? "");
    if (isHeadlinePassive) return retype(cue, { type: "arrests", role: "event" });
    const group = entities.some(
      (e) =>
        e.first >= cue.last &&
        e.first <= cue.last + 3 &&
        (e.kind === "group" || (e.kind === "actor" && e.actor.kind === "person")),
    );
    if (object.some((word) => PERSON.test(word)) || group)
      return retype(cue, { type: "arrests", role: "event" });
    if (object.some((word) => ARMS.test(word)))
      return retype(cue, { type: "disrupted-weapons-use", strength: 2, outcome: "foiled", role: "weak" });
    if (object.some((word) => CRAFT.test(word)))
      return retype(cue, { type: "abduction-forced-disappearance", role: "event" });
    if (object.some((word) => GOODS.test(word))) return retype(cue, { type: null, role: "evidence" });
    const place = places.find(
      (use) => use.first >= cue.last && use.first <= cue.last + 6 && use.place.kind !== "country",
    );
    if (place || (isPassive && places.some((use) => use.last <= cue.first && use.last > cue.first - 4))) {
      const subject = entities.find(
        (e) => e.last <= cue.first && e.first >= cue.first - 8 && (e.kind === "group" || e.kind === "actor"),
      );
      const isForce =
        subject?.kind === "group"
          ? subject.noun === "force"
          : subject?.kind === "actor" && /state/.test(subject.actor.kind);
      return retype(cue, {
        type: isForce ? "government-regains-territory" : "non-state-actor-overtakes-territory",
        role: "event",
      });
    }
  }
  if (/^(?:fell|fallen|fall|falls) (?:to|under)$/.test(cue.words)) {
    const isLost =
      places.some((use) => use.last <= cue.first && use.last > cue.first - 6) &&
      (cue.words.endsWith("to") || after.includes("control"));
    return retype(cue, { role: isLost ? "event" : "evidence", type: isLost ? cue.sense.type : null });
  }
  if (/^(?:seize|seized|seizing|took|take|taken|taking) control$/.test(cue.words))
    return retype(cue, { role: "event" });
  if (
    /^clash|^skirmish/.test(cue.words) &&
    around.some((word) =>
      /^(?:protest(?:e|o)rs?|demonstrators?|crowds?|rioters?|students|supporters|fans)$/.test(word),
    )
  ) {
    return retype(cue, { type: "violent-demonstration" });
  }
  if (
    /^(?:arrest|detain|detention)/.test(cue.words) &&
    around.some((word) => /^(?:protest(?:e|o)rs?|demonstrators?)$/.test(word))
  ) {
    return retype(cue, { type: "protest-with-intervention" });
  }
  return cue;
}

const WEAPON_VERB =
  /^(?:hit|hits|hitting|struck|strikes?|striking|landed|lands?|landing|fired?|fires|firing|launch(?:ed|es|ing)?|target(?:ed|s|ing)?|damaged?|destroyed?|pound(?:ed|ing)?|slam(?:med)? into|fir(?:ed|ing) upon|rammed|ramming|packed with explosives|crash(?:ed)? into)$/;

/**
 * Whether a cue is an event by itself here. Weak words ("hit", "fired", "operation", "wounded") need a weapon,
 * another event word, casualties or "the" beside them.
 */
export function isSupported(
  cue: Cue,
  cues: readonly Cue[],
  hasCasualties: boolean,
  tokens: readonly Token[],
): boolean {
  const { role, pos, type } = cue.sense;
  if (role === "evidence") return false;
  if (role === "event") return !isPersonNoun(cue, tokens);
  const others = cues.filter((other) => other !== cue);
  const violent = others.some((other) => other.sense.role === "event" && other.sense.type !== "agreement");
  const weapon = others.some(
    (other) =>
      other.sense.role === "evidence" &&
      /shelling|air-|remote|suicide|grenade|chemical|attack|abduct/.test(other.sense.type ?? ""),
  );
  if (violent) return true;
  if (WEAPON_VERB.test(cue.words))
    return weapon || (hasCasualties && !/^(?:launch|target|land|damage|destroy)/.test(cue.words));
  if (type === "agreement")
    return (
      /sign|agree|declare|announce|reach/.test(cue.words) ||
      tokens.some((token) =>
        /^(?:signed|agreed|declared|announced|reached|brokered|came into effect|took)$/.test(token.lower),
      )
    );
  if (pos === "noun") {
    const isThe =
      /^(?:the|this|that|these|those)$/.test(tokens[cue.first - 1]?.lower ?? "") ||
      tokens[cue.first - 1]?.text === "'s";
    const isStrike =
      /^(?:strikes?|raids?|hits?)$/.test(cue.words) &&
      !others.some((other) => other.sense.type?.includes("protest"));
    return (
      hasCasualties ||
      weapon ||
      isThe ||
      (isStrike &&
        /^(?:a|an|military|u\.s\.|us|israeli|turkish|american|russian|retaliatory|deadly|night|dawn|in)$/.test(
          tokens[cue.first - 1]?.lower ?? "",
        ))
    );
  }
  if (/^(?:rall|march)/.test(cue.words))
    return (
      others.some((other) => /protest|demonstrat/.test(other.words)) ||
      tokens.some((token) => /^(?:thousands|hundreds|crowds|protesters|students)$/.test(token.lower))
    );
  return (
    hasCasualties ||
    weapon ||
    (type === "armed-clash" && tokens.some((token) => GROUP_NOUNS.get(token.lower) === "armed"))
  );
}

/** "The bombing suspect", "attack helicopter": the word only tells what somebody or something is. */
function isPersonNoun(cue: Cue, tokens: readonly Token[]): boolean {
  if (cue.sense.pos !== "noun") return false;
  const next = tokens[cue.last]?.lower ?? "";
  return /^(?:suspects?|helicopters?|aircraft|plans?|planners?|planning|mastermind|bomber)$/.test(next);
}
