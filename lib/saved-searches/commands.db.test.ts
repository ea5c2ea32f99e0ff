import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { makePrincipal } from "@/scripts/test/principals";
import { deleteSearch, renameSearch, saveSearch } from "./commands";
import { listSavedSearches } from "./queries";
import { saveSearchSchema } from "./schema";

let principal: Principal;
let userId: string;
beforeAll(async () => {
  principal = await makePrincipal("contributor");
  userId = principal.id ?? "";
});

const input = (name: string, query = "q=base", isReplacing = false) => ({ name, query, isReplacing });

describe("saveSearch", () => {
  it("keeps a search, and overwrites one of the same name only when asked to", async () => {
    const saved = await saveSearch(principal, input("Bases"));
    await expect(saveSearch(principal, input("Bases", "q=embassy"))).rejects.toMatchObject({
      code: "conflict",
      details: { errors: [{ path: "name" }] },
    });
    const replaced = await saveSearch(principal, input("Bases", "q=embassy", true));
    expect(replaced).toEqual({ ...saved, query: "q=embassy" });
    expect(await listSavedSearches(userId)).toEqual([replaced]);
  });

  it("keeps one of two that are saved under a name at the same moment", async () => {
    const results = await Promise.allSettled([
      saveSearch(principal, input("At once", "q=one")),
      saveSearch(principal, input("At once", "q=two")),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toContain("fulfilled");
    const kept = (await listSavedSearches(userId)).filter(({ name }) => name === "At once");
    expect(kept).toHaveLength(1);
  });

  it("is for contributors and above, with a name", async () => {
    const viewer = await makePrincipal("viewer");
    await expect(saveSearch(viewer, input("Mine"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveSearch(null, input("Mine"))).rejects.toMatchObject({ code: "not-signed-in" });
    expect(saveSearchSchema.safeParse({ name: "  ", query: "" }).success).toBe(false);
  });

  it("keeps of a query only what the table knows", () => {
    const query = "status=draft&sort=-killed&columns=killed,secret&utm_source=mail&q=base";
    expect(saveSearchSchema.parse({ name: "Mine", query }).query).toBe(
      "q=base&status=draft&sort=-killed&columns=killed",
    );
  });
});

describe("renameSearch and deleteSearch", () => {
  it("renames and forgets a search of one's own", async () => {
    const { id } = await saveSearch(principal, input("To rename"));
    expect(await renameSearch(principal, { id, name: "Renamed" })).toMatchObject({ id, name: "Renamed" });
    await saveSearch(principal, input("Taken"));
    await expect(renameSearch(principal, { id, name: "Taken" })).rejects.toMatchObject({ code: "conflict" });
    await deleteSearch(principal, id);
    await expect(renameSearch(principal, { id, name: "Gone" })).rejects.toMatchObject({ code: "not-found" });
  });

  it("leaves the searches of others alone", async () => {
    const { id } = await saveSearch(principal, input("Not yours"));
    const other = await makePrincipal("admin");
    await expect(renameSearch(other, { id, name: "Mine now" })).rejects.toMatchObject({ code: "not-found" });
    await deleteSearch(other, id);
    expect((await listSavedSearches(userId)).map((one) => one.id)).toContain(id);
    await expect(deleteSearch(null, id)).rejects.toMatchObject({ code: "not-signed-in" });
  });
});
