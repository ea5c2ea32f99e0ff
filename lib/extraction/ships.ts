import { NOT_PLACES } from "./entity-words";
import type { Span } from "./text";
import type { Token } from "./tokens";
import { isOf, wordClass } from "./word-class";

/** The name of a ship in a sentence; token indexes, end excluded. */
export type Ship = Span & { first: number; last: number; name: string };

const PREFIX = /^(?:MV|MT|SS|USS|HMS|HMAS|INS|USNS|RFA|FV|MSC)$/;
const VESSEL =
  /^(?:tanker|supertanker|ship|cargo|vessel|freighter|carrier|trawler|ferry|yacht|dhow|barge|tug|tugboat|boat|frigate|destroyer|warship|corvette|cruiser|submarine|liner)$/;
const OPENING = wordClass(({ text, lower }) => PREFIX.test(text) || VESSEL.test(lower));
const NO_NAME = wordClass(({ fold }) => NOT_PLACES.has(fold));
/** Words of a name at most. */
const MOST = 4;

/** "MV Sea Horse", "the tanker Northern Star". Linear in the number of tokens. */
export function shipsIn(tokens: readonly Token[]): Ship[] {
  const ships: Ship[] = [];
  for (let i = 0; i < tokens.length - 1; i += 1) {
    const opening = tokens[i];
    if (!opening || !isOf(opening, OPENING)) continue;
    const hasPrefix = PREFIX.test(opening.text);
    let last = i + 1;
    while (last <= i + MOST && isNamePart(tokens[last], hasPrefix || last > i + 1)) last += 1;
    const [from, to] = [tokens[hasPrefix ? i : i + 1], tokens[last - 1]];
    if (last === i + 1 || !from || !to) continue;
    const name = tokens
      .slice(hasPrefix ? i : i + 1, last)
      .map((token) => token.text)
      .join(" ");
    if (PREFIX.test(name)) continue;
    ships.push({ first: i, last, start: from.start, end: to.end, name });
    i = last - 1;
  }
  return ships;
}

const isNamePart = (token: Token | undefined, isSure: boolean): boolean =>
  token?.isWord === true &&
  !token.isGlued &&
  /^\p{Lu}[\p{L}\p{M}\d]+$/u.test(token.text) &&
  (isSure || !isOf(token, NO_NAME)) &&
  !/day$/.test(token.lower);

const DOER_BEFORE = /^(?:by|from|aboard)$/;

/** Ships that something is done to: behind an active verb or a deed, in front of a passive one. */
export const shipsHit = (
  tokens: readonly Token[],
  deeds: readonly { first: number; last: number; isPassive: boolean }[],
): Ship[] =>
  shipsIn(tokens).filter(
    (ship) =>
      !tokens.slice(Math.max(0, ship.first - 3), ship.first).some(({ lower }) => DOER_BEFORE.test(lower)) &&
      deeds.some(({ first, last, isPassive }) => (isPassive ? ship.last <= first : ship.first >= last)),
  );
