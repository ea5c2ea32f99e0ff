import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { makeArticle, makeCampaign, makePlace } from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { claimInput, incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { createIncidentOnce } from "./create-once";

let contributor: Principal;
beforeAll(async () => {
  contributor = await makePrincipal("contributor");
});

const newKey = () => crypto.randomUUID();

async function sourcedInput() {
  const [article, place] = [await makeArticle({ text: `${newKey()} Two died.` }), await makePlace()];
  return incidentInput({
    place: { slug: place.slug },
    claims: [claimInput(article, "Two died", { field: "killed", value: { min: 2, max: 2 } })],
    killed: { min: 2, max: 2 },
  });
}

describe("createIncidentOnce", () => {
  it("makes one incident of what is sent again, with one version", async () => {
    const [key, input] = [newKey(), await sourcedInput()];
    const first = await createIncidentOnce(contributor, key, input, "refused");
    const again = await createIncidentOnce(contributor, key, input, "refused");
    expect([first.isNew, again.isNew]).toEqual([true, false]);
    expect(again.record).toEqual(first.record);
    expect(await historyOf(first.record.incident.publicId)).toHaveLength(1);
  });

  it("refuses another input under the same key, and knows the same one however it was written", async () => {
    const [key, input] = [newKey(), await sourcedInput()];
    const [b, a] = [await makeCampaign({ name: `B ${key}` }), await makeCampaign({ name: `A ${key}` })];
    const given = {
      ...input,
      occurred: "2021-07-05T16:00/2021-07-05T16:30",
      campaigns: [b.slug, a.slug, b.slug],
    };
    const first = await createIncidentOnce(contributor, key, given, "refused");
    expect(await createIncidentOnce(contributor, key, given, "refused")).toEqual({
      record: first.record,
      isNew: false,
    });
    for (const other of [{ title: "Another" }, { killed: null }, { claims: [] }, { place: null }]) {
      const sent = createIncidentOnce(contributor, key, { ...given, ...other }, "refused");
      await expect(sent).rejects.toMatchObject({ code: "conflict" });
    }
    expect(await historyOf(first.record.incident.publicId)).toHaveLength(1);
  });

  it("makes one incident of five that are sent at once", async () => {
    const [key, before] = [newKey(), await database().incident.count()];
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => createIncidentOnce(contributor, key, incidentInput(), "updates")),
    );
    expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(sent.map(({ record }) => record.incident.publicId)).size).toBe(1);
    expect(await database().incident.count()).toBe(before + 1);
  });

  it("saves another input under the same key as the draft's next version, until somebody changed it", async () => {
    const key = newKey();
    const { record } = await createIncidentOnce(contributor, key, incidentInput(), "updates");
    const corrected = incidentInput({ title: "Corrected before the answer came" });
    const again = await createIncidentOnce(contributor, key, corrected, "updates");
    expect(again.record.incident).toMatchObject({
      publicId: record.incident.publicId,
      version: 2,
      title: "Corrected before the answer came",
    });
    const late = createIncidentOnce(contributor, key, incidentInput({ title: "Late" }), "updates");
    await expect(late).rejects.toMatchObject({ code: "version-conflict" });
  });

  it("keeps the keys of two people apart", async () => {
    const [key, other] = [newKey(), await makePrincipal("contributor")];
    const mine = await createIncidentOnce(contributor, key, incidentInput(), "refused");
    const theirs = await createIncidentOnce(other, key, incidentInput(), "refused");
    expect(theirs.isNew).toBe(true);
    expect(theirs.record.incident.publicId).not.toBe(mine.record.incident.publicId);
  });

  it("leaves the key free when the input is refused, and is for contributors", async () => {
    const key = newKey();
    const bad = incidentInput({ place: { slug: "nowhere" } });
    await expect(createIncidentOnce(contributor, key, bad, "refused")).rejects.toMatchObject({
      code: "invalid-input",
    });
    expect((await createIncidentOnce(contributor, key, incidentInput(), "refused")).isNew).toBe(true);
    const viewer = await makePrincipal("viewer");
    await expect(createIncidentOnce(viewer, key, incidentInput(), "refused")).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(createIncidentOnce(null, key, incidentInput(), "refused")).rejects.toMatchObject({
      code: "not-signed-in",
    });
  });
});
