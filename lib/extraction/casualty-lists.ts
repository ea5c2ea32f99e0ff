import type { Casualty } from "./casualty";
import type { Party } from "./casualty-parties";
import type { Reading } from "./casualty-reading";
import { NOT_PEOPLE, PART_OF, SUBSET } from "./casualty-words";
import { holdsIn } from "./matches";

/** Words of a list member: no verb of harm, no second clause. */
const LIST_WORD =
  "(?!(?:killed|wounded|injured|dead|died|hurt|were|was|said|who|that|when|including|after|while|have|had|has)\\b)[\\p{L}\\d'.-]+";
const JOINS = new RegExp(
  `^(?: ${LIST_WORD}){0,6}(?:,? (?:aged )?\\d{1,2}| \\([^()]{0,60}\\))?(?<how>,? and(?: also)?|,? as well as|,? along with|,? together with|,? in addition to|,? besides|,? plus|,? alongside|(?:, (?:who|which)? ?| )(?:(?:was|were) )?(?:killed|dead|died|wounded|injured)(?:,? as (?:was|were)|,? along with|,? together with|,? as well as|,? besides|,? in addition to|,? plus)|,)(?: (?:the|his|her|their|its|also|all|another))*(?<kind>(?: [\\p{L}-]+){0,2}?) ?$`,
  "iu",
);

/** "..., a police officer in the town said" is who tells of it. */
const SOURCE = /^(?:,? [\p{L}'.-]+){0,6} (?:said|says|told|confirmed|announced|reported|added|claimed)\b/u;

/** How two neighbours hang together: "and" and the like, a bare comma, or not at all. */
export function joinOf(text: string, a: Party | undefined, b: Party | undefined): "and" | "comma" | null {
  if (!a || !b || b.start - a.end > 90) return null;
  const { how, kind = "" } = JOINS.exec(text.slice(a.end, b.start))?.groups ?? {};
  if (kind !== "" && b.kind !== "named") return null;
  if (how === undefined)
    return b.kind === "self" && b.start - a.end < 60 && / and $/.test(text.slice(0, b.start)) ? "and" : null;
  if (how !== ",") return "and";
  if (b.kind === "one" && SOURCE.test(text.slice(b.end, b.end + 90))) return null;
  // "John Smith, a reporter", "two reporters, John Smith and ...": the same people again.
  const isPossessive = /^(?:his|her|their|its)\b/i.test(b.words);
  return (a.kind === "named") !== (b.kind === "named") && !isPossessive ? null : "comma";
}

/** What stands in front of a list's first member is no verb with another meaning: "arrested two men and five ...". */
const isFree = (text: string, party: Party): boolean =>
  !/\b(?:arrest|detain|kidnapp|abduct|captur|seiz|rescu|free|releas|recover|fire|destroy|damag|burn|attack|target|us|dispatch|sent|send|took|hold|held|shot at|evacuat|hous|carry|carri|accus|charg|interrogat|question|sentenc)(?:ed|ing|s|e)?(?: at)? (?:[\p{L}-]+ )?$/iu.test(
    text.slice(Math.max(0, party.start - 40), party.start),
  );

/** A list shares its verb: "killed two soldiers and a guard", "150 soldiers, 95 civilians and ... killed". */
export function shareInLists(
  text: string,
  parties: readonly Party[],
  readings: (Reading | null)[],
  isListed: boolean[],
): void {
  const mayShare = (i: number) => {
    const party = parties[i];
    return (
      party !== undefined &&
      !readings[i] &&
      (party.kind !== "count" || !holdsIn(text, text.slice(party.end, party.end + 60), NOT_PEOPLE)) &&
      !holdsIn(text, text.slice(party.end, party.end + 30), PART_OF) &&
      !holdsIn(text, text.slice(Math.max(0, party.start - 40), party.start), SUBSET)
    );
  };
  for (let i = 1; i < parties.length; i += 1) {
    const previous = readings[i - 1];
    const how = joinOf(text, parties[i - 1], parties[i]);
    if (!previous || previous.isToll || !how) continue;
    // "Seven fighters of the council, a partner of the army, ...": no list goes on without "and".
    if (how === "comma" && parties[i]?.kind === "one" && !joinOf(text, parties[i], parties[i + 1])) continue;
    const isTrailing = !previous.isLead && !isListed[i - 1];
    if (
      isTrailing &&
      !/killed|dead|died|wounded|injured/i.test(text.slice(parties[i - 1]?.end, parties[i]?.start)) &&
      parties[i]?.kind !== "self"
    )
      continue;
    if (mayShare(i)) {
      readings[i] = { ...previous, isPart: false };
      isListed[i] = true;
    }
  }
  for (let i = parties.length - 2; i >= 0; i -= 1) {
    const next = readings[i + 1];
    const party = parties[i];
    if (!next || next.isToll || next.isLead || !party || !joinOf(text, party, parties[i + 1])) continue;
    if (mayShare(i) && isFree(text, party)) {
      readings[i] = { ...next, isPart: false };
      isListed[i + 1] = true;
    } else if (readings[i]?.field === next.field && !readings[i]?.isToll) isListed[i + 1] = true;
  }
}

/**
 * Single persons in lists: with names, the others add to them; without, each counts one; "a soldier, a father
 * of two" without "and" is one person.
 */
export function settleLists(found: Casualty[], hasAnd: readonly boolean[]): Casualty[] {
  const settled: Casualty[] = [];
  for (let first = 0; first < found.length; ) {
    let last = first + 1;
    while (last < found.length && found[last]?.isListed && found[last]?.field === found[first]?.field)
      last += 1;
    const list = found.slice(first, last);
    const isNamed = (casualty: Casualty) => casualty.who !== null && !casualty.who.startsWith("a ");
    const names = list.filter(isNamed);
    const onlyPersons = list.every((casualty) => casualty.who !== null);
    if (list.length > 1 && onlyPersons && names.length === 0 && !hasAnd.slice(first + 1, last).some(Boolean))
      settled.push(...list.slice(0, 1));
    else
      for (const casualty of list) {
        const isLone = list.length === 1 || isNamed(casualty);
        settled.push(
          isLone ? casualty : { ...casualty, who: null, isOther: names.length > 0 || casualty.isOther },
        );
      }
    first = last;
  }
  return settled;
}
