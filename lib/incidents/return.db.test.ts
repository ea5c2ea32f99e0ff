import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { historyOf } from "@/scripts/test/history";
import { incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { createIncident, publishIncident, returnIncident, submitIncident, updateIncident } from "./commands";

let contributor: Principal;
let editor: Principal;
beforeAll(async () => {
  contributor = await makePrincipal("contributor");
  editor = await makePrincipal("editor");
});

async function makeSubmitted(): Promise<string> {
  const { incident } = await createIncident(contributor, incidentInput());
  await submitIncident(contributor, incident.publicId);
  return incident.publicId;
}

describe("returnIncident", () => {
  it("gives a submitted incident back to its author, with the reason", async () => {
    const publicId = await makeSubmitted();
    const { incident } = await returnIncident(editor, publicId, { version: 2, reason: "Which base?" });
    expect(incident).toMatchObject({ status: "draft", version: 3 });
    expect((await historyOf(publicId)).at(-1)).toMatchObject({
      action: "return",
      changes: ["status"],
      reason: "Which base?",
    });
    const changed = await updateIncident(contributor, publicId, 3, { title: "Rockets hit Ain al-Asad" });
    expect(changed.incident.version).toBe(4);
  });

  it("is for editors and for what is in review", async () => {
    const publicId = await makeSubmitted();
    const reason = "No";
    await expect(returnIncident(contributor, publicId, { reason })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(returnIncident(null, publicId, { reason })).rejects.toMatchObject({ code: "not-signed-in" });
    await publishIncident(editor, publicId);
    await expect(returnIncident(editor, publicId, { reason })).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses a version that somebody else changed", async () => {
    const publicId = await makeSubmitted();
    await updateIncident(editor, publicId, 2, { title: "Changed in review" });
    await expect(returnIncident(editor, publicId, { version: 2, reason: "No" })).rejects.toMatchObject({
      code: "version-conflict",
    });
  });
});
