import type { Entity } from "./entities";
import { participantOf, type RoleUse } from "./participants";

import type { Token } from "./tokens";

export type BlameUse = RoleUse & { isPlural: boolean };

const CLAIM = /^claim(?:ed|s|ing)?$/;
const CREDIT = /^(?:responsibility|credit)$/;
const BLAME = /^(?:blam(?:e|ed|es|ing)|accus(?:ed|es|ing|e))$/;
const ASCRIBE = /^(?:attribut(?:ed|ing|es)|ascrib(?:ed|ing|es)|pinned|traced)$/;

/** "ETA", "the FLNC": a name in capitals that claims something is somebody's. */
function speakerOf(entity: Entity): ReturnType<typeof participantOf> {
  const who = participantOf(entity);
  if (who || entity.kind !== "name" || !/^(?:\p{Lu}\.?){2,6}$/u.test(entity.text)) return who;
  return { slug: null, name: entity.text, side: "armed" };
}

const ADMIT = /^(?:admitted|admits|acknowledged)$/;
const OWN_DEED =
  /^(?:planting|carrying|killing|shooting|bombing|responsibility|firing|attacking|placing|kidnapping|executing)$/;

function entityAfter(entities: readonly Entity[], at: number, reach: number): Entity | undefined {
  return entities.find((e) => e.first >= at && e.first <= at + reach && speakerOf(e) !== null);
}

function entityBefore(
  entities: readonly Entity[],
  at: number,
  reach: number,
  tokens: readonly Token[],
): Entity | undefined {
  const free = entities.filter(
    (e) =>
      e.last <= at &&
      at - e.last <= reach &&
      speakerOf(e) !== null &&
      !/^(?:of|in|by|with|for|to)$/.test(tokens[e.first - 1]?.lower ?? ""),
  );
  const based = (e: Entity) => tokens[e.last]?.isGlued === true;
  return (
    free.find((e) => (e.kind === "actor" || e.kind === "group") && !based(e)) ?? free.find((e) => !based(e))
  );
}

/**
 * Claims of responsibility and blame in a sentence: "the Taliban claimed responsibility", "claimed by", "blamed
 * on", "attributed the bombing to". Nobody is taken from "no group has claimed responsibility".
 */
export function findBlame(tokens: readonly Token[], entities: readonly Entity[]): BlameUse[] {
  const found: BlameUse[] = [];
  const isPlural = tokens.some(
    (token, i) =>
      /^(?:these|those|such)$/.test(token.lower) &&
      /^(?:attacks|strikes|incidents|bombings)$/.test(tokens[i + 1]?.lower ?? ""),
  );
  const add = (entity: Entity | undefined, role: "claimant" | "accused", by: Entity | undefined) => {
    const who = entity && speakerOf(entity);
    if (!entity || !who || found.some((other) => other.name === who.name)) return;
    const speaker = by && by !== entity ? speakerOf(by) : null;
    found.push({
      ...who,
      role,
      attribution: role === "claimant" ? "claimed" : "alleged",
      attributedBy: role === "claimant" ? who.name : (speaker?.name ?? null),
      start: entity.start,
      end: entity.end,
      isPlural,
    });
  };
  for (const [i, token] of tokens.entries()) {
    const before = tokens.slice(Math.max(0, i - 8), i).map((other) => other.lower);
    const isNone = before.some((word) => /^(?:no|nobody|none|neither|not|yet|if)$/.test(word));
    if (CLAIM.test(token.lower) && !isNone) {
      const credit = tokens.slice(i + 1, i + 4).some((other) => CREDIT.test(other.lower));
      if (credit) add(entityBefore(entities, i, 14, tokens), "claimant", undefined);
      else if (tokens[i + 1]?.lower === "by") add(entityAfter(entities, i + 2, 3), "claimant", undefined);
      else if (before.includes("responsibility")) add(entityAfter(entities, i + 1, 4), "claimant", undefined);
    }
    if (ADMIT.test(token.lower) && !isNone && OWN_DEED.test(tokens[i + 1]?.lower ?? ""))
      add(entityBefore(entities, i, 10, tokens), "claimant", undefined);
    if (BLAME.test(token.lower) && !isNone) {
      const next = tokens[i + 1]?.lower ?? "";
      const isPassive = /^(?:was|were|been|is|are|often|widely|being)$/.test(before.at(-1) ?? "");
      if (isPassive && next !== "on") add(entityBefore(entities, i, 12, tokens), "accused", undefined);
      else if (next === "on" || (isPassive && next === "on"))
        add(entityAfter(entities, i + 2, 4), "accused", undefined);
      else {
        const on = tokens.findIndex((other, at) => at > i && at < i + 8 && other.lower === "on");
        const direct = entityAfter(entities, i + 1, 4);
        add(
          direct ?? (on > 0 ? entityAfter(entities, on + 1, 3) : undefined),
          "accused",
          entityBefore(entities, i, 14, tokens),
        );
      }
    }
    if (ASCRIBE.test(token.lower) && !isNone) {
      const to = tokens.findIndex((other, at) => at > i && at < i + 8 && other.lower === "to");
      if (to > 0) add(entityAfter(entities, to + 1, 4), "accused", entityBefore(entities, i, 14, tokens));
    }
  }
  return found;
}
