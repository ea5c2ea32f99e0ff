import { type EventType, eventTypeLabel } from "@/lib/taxonomy/event-types";
import type { CountRange, ProposedIncident, ProposedParticipant } from "./proposal";
import type { When } from "./when";

type Fields = Pick<
  ProposedIncident,
  "eventType" | "outcome" | "killed" | "injured" | "participants" | "place"
> & {
  weapon: string | null;
  when: When | null;
  /** "assassination", "shooting": the text's own event noun, for attacks on people. */
  noun: string | null;
};

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

const WEAPON_NOUNS: Partial<Record<EventType, Record<string, string>>> = {
  "shelling-artillery-missile-attack": {
    rocket: "Rocket attack",
    missile: "Missile attack",
    mortar: "Mortar attack",
    artillery: "Artillery fire",
    shell: "Shelling",
  },
  "air-drone-strike": { drone: "Drone attack", airstrike: "Air strike", "air strike": "Air strike" },
  "remote-explosive-landmine-ied": {
    "car bomb": "Car bombing",
    "truck bomb": "Truck bombing",
    "roadside bomb": "Roadside bombing",
    landmine: "Landmine explosion",
    ied: "Roadside bombing",
  },
  attack: { knife: "Knife attack" },
};
const NOUNS: Partial<Record<EventType, string>> = {
  "shelling-artillery-missile-attack": "Shelling",
  "air-drone-strike": "Air strike",
  "remote-explosive-landmine-ied": "Bombing",
  "suicide-bomb": "Suicide bombing",
  grenade: "Grenade attack",
  "chemical-weapon": "Chemical attack",
  attack: "Attack",
  "abduction-forced-disappearance": "Abduction",
  "peaceful-protest": "Protest",
  "protest-with-intervention": "Protest met by security forces",
  "excessive-force-against-protesters": "Deadly force against protesters",
  arrests: "Arrests",
  "looting-property-destruction": "Destruction of property",
  "government-regains-territory": "Government forces regain ground",
  "non-state-actor-overtakes-territory": "Armed group takes ground",
  other: "Incident",
};

function eventNoun(fields: Fields): string {
  const { eventType, outcome, weapon, noun } = fields;
  if (eventType === "disrupted-weapons-use") {
    const what =
      weapon && /rocket|missile|drone|mortar|bomb/.test(weapon)
        ? `${weapon.charAt(0).toUpperCase()}${weapon.slice(1)} `
        : "Attack ";
    return what + (outcome === "intercepted" ? "intercepted" : outcome === "failed" ? "failed" : "foiled");
  }
  const byWeapon = weapon ? WEAPON_NOUNS[eventType]?.[weapon] : undefined;
  if (byWeapon) return byWeapon;
  if (
    eventType === "attack" &&
    noun &&
    /^(?:assassination|shooting|stabbing|massacre|beheading|murder|mass shooting)$/.test(noun)
  ) {
    return noun.charAt(0).toUpperCase() + noun.slice(1);
  }
  return NOUNS[eventType] ?? eventTypeLabel(eventType);
}

function placePhrase(place: ProposedIncident["place"]): string {
  if (!place) return "";
  if (place.precision === "near") return ` near ${place.name}`;
  if (/border$/i.test(place.name)) return ` on the ${place.name}`;
  if (
    /\b(?:air ?base|base|embassy|consulate|airport|camp|prison|refinery|plant|checkpoint|crossing)\b/i.test(
      place.name,
    )
  )
    return ` at ${place.name}`;
  return ` in ${place.name}`;
}

const namesOf = (participants: readonly ProposedParticipant[], role: ProposedParticipant["role"]): string[] =>
  participants.filter((participant) => participant.role === role).map((participant) => participant.name);

const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** "at least 4", "12", "12 to 190", "up to 10". */
function countWords({ min, max }: CountRange): string {
  if (max === null) return `at least ${min}`;
  if (min === max) return String(min);
  return min <= 1 ? `up to ${max}` : `${min} to ${max}`;
}

/** A title in our own words: kind, target, place and toll, at most 140 characters. */
export function titleOf(fields: Fields): string {
  const { killed, injured, place } = fields;
  const [target] = namesOf(fields.participants, "target");
  const isPersonal = /Attack|Assassination|Murder|Shooting|attack|strike|bombing|Abduction|Arrests/.test(
    eventNoun(fields),
  );
  const isPlace =
    target !== undefined && place !== null && (place.name.includes(target) || target.includes(place.name));
  const joiner = /Assassination|Murder|Abduction|Arrests|Beheading/.test(eventNoun(fields)) ? "of" : "on";
  const object = target && isPersonal && !isPlace ? ` ${joiner} ${target}` : "";
  const toll =
    killed && killed.min > 0
      ? `: ${countWords(killed)} killed`
      : injured && injured.min > 0
        ? `: ${countWords(injured)} injured`
        : killed?.max === 0
          ? ": no deaths reported"
          : "";
  const title = `${eventNoun(fields)}${object}${placePhrase(place)}${toll}`;
  return title.length <= 140 ? title : `${eventNoun(fields)}${placePhrase(place)}`.slice(0, 140);
}

function dayWords(day: string, withYear: boolean): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? "";
  return `${Number(day.slice(8))} ${month}${withYear ? ` ${day.slice(0, 4)}` : ""}`;
}

function whenWords(when: When | null): string {
  if (!when) return "At a time that the article does not give";
  const about = when.approximate ? "around " : "";
  if (when.unit === "year") return `In ${about}${when.from.slice(0, 4)}`;
  if (when.unit === "month")
    return `In ${about}${MONTHS[Number(when.from.slice(5, 7)) - 1] ?? ""} ${when.from.slice(0, 4)}`;
  if (when.unit === "span")
    return `Between ${dayWords(when.from, when.from.slice(0, 4) !== when.to.slice(0, 4))} and ${dayWords(when.to, true)}`;
  const hours = when.clock ? ` at ${when.clock}` : when.part ? `, in the ${when.part}` : "";
  return `${when.approximate ? "Around" : "On"} ${dayWords(when.from, true)}${hours}`;
}

function tollSentence(killed: CountRange | null, injured: CountRange | null): string {
  if (killed?.max === 0 && injured?.max === 0) return " No deaths or injuries were reported.";
  const parts = [
    killed && (killed.max === 0 ? "no deaths" : `${countWords(killed)} killed`),
    injured && (injured.max === 0 ? "no injuries" : `${countWords(injured)} injured`),
  ].filter(Boolean);
  return parts.length > 0 ? ` Reported toll: ${parts.join(", ")}.` : "";
}

/** One to four plain sentences made from the fields alone. */
export function summaryOf(fields: Fields): string {
  const doers = namesOf(fields.participants, "perpetrator");
  const defenders = namesOf(fields.participants, "defender");
  const targets = namesOf(fields.participants, "target");
  const noun = eventNoun(fields);
  const what = noun.charAt(0).toLowerCase() + noun.slice(1);
  const sentences = [
    `${whenWords(fields.when)}: ${what}${placePhrase(fields.place)}.`,
    tollSentence(fields.killed, fields.injured).trim(),
  ];
  if (doers.length > 0) sentences.push(`Carried out by: ${list(doers)}.`);
  if (defenders.length > 0) sentences.push(`Defended by: ${list(defenders)}.`);
  if (targets.length > 0) sentences.push(`Target: ${list(targets)}.`);
  const claimants = namesOf(fields.participants, "claimant");
  const accused = namesOf(fields.participants, "accused");
  if (claimants.length > 0) sentences.push(`Responsibility claimed by ${list(claimants)}.`);
  if (accused.length > 0) sentences.push(`Blamed on ${list(accused)}.`);
  return sentences.filter(Boolean).join(" ");
}
