import { describe, expect, it } from "vitest";
import { emptyValues, valuesOf } from "@/lib/names/entry-form";
import { answered, isUnsaved, newState, restored } from "./entry-state";

const stored = { name: "Drones", description: "As stored", updatedAt: "2026-01-01T00:00:00.000Z" };
const start = valuesOf("campaigns", stored);
const state = newState("campaigns", start, stored.updatedAt);
const savedAt = "2026-01-02T00:00:00.000Z";
const later = "2026-01-03T00:00:00.000Z";

describe("the state of an entry's form", () => {
  it("keeps what was typed while a save was under way", () => {
    const sent = { ...start, name: "Sent" };
    const typed = { ...state, values: { ...sent, description: "Typed since" } };
    const view = { ...stored, name: "Sent", updatedAt: later };
    const after = answered(typed, sent, { ok: true, data: { slug: "drones", view } });
    expect(after).toMatchObject({ stamp: later, values: { name: "Sent", description: "Typed since" } });
    expect(isUnsaved(after)).toBe(true);
  });

  it("joins a lost race field by field and saves from the stored state next", () => {
    const typed = { ...state, values: { name: "Mine", description: "My words" } };
    const current = { ...stored, name: "Theirs", updatedAt: later };
    const extra = { current };
    const after = answered(typed, typed.values, {
      ok: false,
      code: "version-conflict",
      message: "Late",
      errors: [],
      extra,
    });
    expect(after.conflict?.fields).toEqual(["name"]);
    expect(after).toMatchObject({ stamp: later, values: { name: "Mine", description: "My words" } });
  });

  it("puts refusals at their fields, and asks about names of other actors", () => {
    const actor = newState("actors", emptyValues("actors"), null);
    const after = answered(actor, actor.values, {
      ok: false,
      code: "conflict",
      message: "Taken",
      errors: [{ path: "name", message: "Somebody else goes by it" }],
      extra: { movable: [{ slug: "a", name: "A" }, "odd"] },
    });
    expect(after).toMatchObject({
      errors: { name: "Somebody else goes by it" },
      problem: "Taken",
      movable: [{ slug: "a", name: "A" }],
    });
  });

  it("restores a draft, also over a state that was stored since", () => {
    const values = { ...start, name: "Draft" };
    const same = restored(state, { values, start, stamp: stored.updatedAt, savedAt });
    expect(same).toMatchObject({ values, conflict: null, restoredAt: savedAt });
    const newer = newState("campaigns", { ...start, description: "Since" }, later);
    const joined = restored(newer, { values, start, stamp: stored.updatedAt, savedAt });
    expect(joined).toMatchObject({
      values: { name: "Draft", description: "Since" },
      stamp: later,
      conflict: null,
    });
  });
});
