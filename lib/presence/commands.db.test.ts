import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { changeIncident, makeIncident } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { beat } from "./commands";
import { goneAfterMs } from "./queries";
import { heartbeatSchema } from "./schema";

let amal: Principal;
let ben: Principal;
beforeAll(async () => {
  amal = await makePrincipal("editor");
  ben = await makePrincipal("contributor");
});

const here = (publicId: string, isEditing = false) => ({
  here: [{ publicId, isEditing }],
  watched: [],
  left: [],
});
const watching = (publicId: string) => ({ here: [], watched: [publicId], left: [] });

describe("beat", () => {
  it("tells who else has an incident open, who types in it, and which version is stored", async () => {
    const { id, publicId } = await makeIncident();
    expect(await beat(amal, here(publicId))).toEqual([{ publicId, version: 1, savedBy: "Test", people: [] }]);
    await beat(ben, here(publicId, true));
    await changeIncident(id, { title: "Changed" });
    expect(await beat(amal, here(publicId))).toMatchObject([
      { version: 2, people: [{ name: ben.name, isEditing: true }] },
    ]);
    await beat(ben, here(publicId));
    const [seen] = await beat(await makePrincipal("editor"), watching(publicId));
    expect(new Set(seen?.people.map(({ name }) => name))).toEqual(new Set([amal.name, ben.name]));
  });

  it("forgets who left, and who was not heard of for half a minute", async () => {
    const { id, publicId } = await makeIncident();
    await beat(amal, here(publicId));
    await beat(ben, here(publicId));
    await beat(ben, { here: [], watched: [], left: [publicId] });
    const watcher = await makePrincipal("editor");
    expect((await beat(watcher, watching(publicId)))[0]?.people.map(({ name }) => name)).toEqual([amal.name]);
    await database().presence.updateMany({
      where: { incidentId: id },
      data: { seenAt: new Date(Date.now() - goneAfterMs - 1) },
    });
    expect((await beat(watcher, watching(publicId)))[0]?.people).toEqual([]);
  });

  it("survives two windows of one person at once", async () => {
    const { id, publicId } = await makeIncident();
    await Promise.all(Array.from({ length: 6 }, () => beat(amal, here(publicId))));
    expect(await database().presence.count({ where: { incidentId: id } })).toBe(1);
  });

  it("is for the desk; unknown incidents are nobody's", async () => {
    const { publicId } = await makeIncident();
    await expect(beat(null, here(publicId))).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(beat(await makePrincipal("viewer"), here(publicId))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await beat(amal, here("00000000"))).toEqual([]);
    expect(heartbeatSchema.safeParse(here("too long to be one")).success).toBe(false);
  });
});
