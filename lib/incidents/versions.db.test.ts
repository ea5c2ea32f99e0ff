import { describe, expect, it } from "vitest";
import { incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { createIncident, publishIncident, updateIncident } from "./commands";
import { createLink, deleteLink } from "./link-commands";
import { getIncidentVersion } from "./permalink-queries";

const linkDefaults = { type: "follows", confidence: "medium", articleId: null, quote: null } as const;

/** A public incident whose version 3 was written when it was linked to a draft. */
async function makePublicLinkedToDraft() {
  const editor = await makePrincipal("editor");
  const shown = (await createIncident(editor, incidentInput({ title: "Shown" }))).incident;
  const draft = (await createIncident(editor, incidentInput({ title: "Name of a source" }))).incident;
  await publishIncident(editor, shown.publicId);
  const link = await createLink(editor, {
    ...linkDefaults,
    from: shown.publicId,
    to: draft.publicId,
    note: "Told in confidence",
  });
  return { editor, shown, draft, linkId: link.id };
}

const publicText = async (publicId: string) =>
  JSON.stringify((await getIncidentVersion(publicId, 3))?.record);

describe("the public record of a version", () => {
  it("calls an incident that was a draft then by the title it was published under", async () => {
    const { editor, shown, draft } = await makePublicLinkedToDraft();
    expect(await publicText(shown.publicId)).not.toContain(draft.publicId);
    await updateIncident(editor, draft.publicId, 2, { title: "Cleared for all", occurred: "2021-08" });
    await publishIncident(editor, draft.publicId);
    const version = await getIncidentVersion(shown.publicId, 3);
    expect(version?.record.incident.links).toMatchObject([
      { publicId: draft.publicId, title: "Cleared for all", occurred: "2021-08" },
    ]);
    expect(await publicText(shown.publicId)).not.toContain("Name of a source");
  });

  it("leaves out a link to a draft that was removed before the draft was published", async () => {
    const { editor, shown, draft, linkId } = await makePublicLinkedToDraft();
    await deleteLink(editor, linkId);
    await publishIncident(editor, draft.publicId);
    expect(await publicText(shown.publicId)).not.toContain("Told in confidence");
  });

  it("keeps the words of a link between public incidents as they were then", async () => {
    const { editor, shown, draft } = await makePublicLinkedToDraft();
    const { incident } = await publishIncident(editor, draft.publicId);
    await createLink(editor, {
      ...linkDefaults,
      type: "see-also",
      from: shown.publicId,
      to: draft.publicId,
      note: null,
    });
    await updateIncident(editor, draft.publicId, incident.version + 1, { title: "Renamed later" });
    const version = await getIncidentVersion(shown.publicId, 4);
    expect(version?.record.incident.links.map(({ title }) => title)).toEqual([
      "Name of a source",
      "Name of a source",
    ]);
  });
});
