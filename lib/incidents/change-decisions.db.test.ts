import { beforeEach, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { setReviewRequired } from "@/lib/settings/commands";
import { makeArticle, makeIncident } from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { claimInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import {
  approveChange,
  reopenChange,
  returnChange,
  takeOverChange,
  withdrawChange,
} from "./change-decisions";
import { retractIncident, updateIncident } from "./commands";
import { proposeChange } from "./proposed-change-commands";
import { getOpenChange, getProposedChange, listOpenChanges } from "./proposed-change-queries";
import type { ProposedChange } from "./proposed-change-schema";
import type { IncidentPatch } from "./schema";

let contributor: Principal;
let editor: Principal;
beforeEach(async () => {
  contributor = await makePrincipal("contributor");
  editor = await makePrincipal("editor");
  await setReviewRequired(await makePrincipal("admin"), { isRequired: false });
});

async function makeProposal(patch: IncidentPatch = { title: "Proposed", reason: "Better" }) {
  const { publicId } = await makeIncident({ title: "Before" });
  return proposeChange(contributor, { publicId, version: 1, patch });
}

const approval = ({ id, updatedAt }: ProposedChange, version = 1) => ({
  id,
  seenAt: updatedAt,
  version,
  sides: {},
});

describe("approveChange", () => {
  it("makes the change the next version, which names who proposed and who approved", async () => {
    const article = await makeArticle();
    const claims = [claimInput(article, "Rockets", { field: "title", value: "Proposed" })];
    const change = await makeProposal({ title: "Proposed", claims, reason: "Better" });
    const { incident, claims: stored } = await approveChange(editor, approval(change));
    expect(incident).toMatchObject({ version: 2, status: "published", title: "Proposed" });
    expect(stored).toMatchObject([{ field: "title", quote: { exact: "Rockets" } }]);
    expect((await historyOf(change.publicId)).at(-1)).toMatchObject({
      action: "update",
      changes: ["title", "claims"],
      reason: "Better",
      userId: contributor.id,
      userName: `${contributor.name}, approved by ${editor.name}`,
    });
    expect(await database().claim.findFirst({ where: { id: stored[0]?.id ?? "" } })).toMatchObject({
      createdById: contributor.id,
    });
    expect(await getProposedChange(change.id)).toMatchObject({ status: "approved", decidedBy: editor.name });
    const told = await database().notification.findMany({ where: { userId: contributor.id ?? "" } });
    expect(told).toMatchObject([{ kind: "published", actorName: editor.name }]);
  });

  it("merges it into an incident that moved on, and asks where both changed the same", async () => {
    const change = await makeProposal({ title: "Proposed", summary: "Mine" });
    await updateIncident(editor, change.publicId, 1, { summary: "Theirs", outcome: "failed" });
    await expect(approveChange(editor, approval(change, 1))).rejects.toMatchObject({
      code: "version-conflict",
    });
    await expect(approveChange(editor, approval(change, 2))).rejects.toMatchObject({
      code: "version-conflict",
      details: { extra: { spots: ["summary"] } },
    });
    const { incident } = await approveChange(editor, { ...approval(change, 2), sides: { summary: "mine" } });
    expect(incident).toMatchObject({ version: 3, title: "Proposed", summary: "Mine", outcome: "failed" });
  });

  it("is for editors; not for one's own once review is required", async () => {
    const change = await makeProposal();
    await expect(approveChange(null, approval(change))).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(approveChange(contributor, approval(change))).rejects.toMatchObject({ code: "forbidden" });
    await setReviewRequired(await makePrincipal("admin"), { isRequired: true });
    const { publicId } = await makeIncident();
    const own = await proposeChange(editor, { publicId, version: 1, patch: { title: "Own" } });
    await expect(approveChange(editor, approval(own))).rejects.toMatchObject({ code: "forbidden" });
    const other = await makePrincipal("admin");
    expect(await approveChange(other, approval(own))).toMatchObject({ incident: { title: "Own" } });
  });

  it("refuses what was decided, changed or made private since it was looked at", async () => {
    const change = await makeProposal();
    const later = await proposeChange(contributor, {
      publicId: change.publicId,
      version: 1,
      patch: { title: "Something else" },
    });
    await expect(approveChange(editor, approval(change))).rejects.toMatchObject({ code: "conflict" });
    await retractIncident(editor, change.publicId, { reason: "A hoax" });
    await expect(approveChange(editor, approval(later))).rejects.toMatchObject({ code: "conflict" });
    expect((await listOpenChanges()).map(({ id }) => id)).not.toContain(change.id);
  });

  it("lets one of two approvers at once win", async () => {
    const change = await makeProposal();
    const other = await makePrincipal("editor");
    const answers = await Promise.allSettled([
      approveChange(editor, approval(change)),
      approveChange(other, approval(change)),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
    expect(await historyOf(change.publicId)).toHaveLength(2);
  });
});

describe("returnChange", () => {
  it("gives it back with the reason; its author takes it up again", async () => {
    const change = await makeProposal();
    const returned = await returnChange(editor, {
      id: change.id,
      seenAt: change.updatedAt,
      reason: "Which base?",
    });
    expect(returned).toMatchObject({ status: "returned", decision: "Which base?", decidedBy: editor.name });
    expect(await getOpenChange(change.publicId)).toBeNull();
    const told = await database().notification.findMany({ where: { userId: contributor.id ?? "" } });
    expect(told).toMatchObject([{ kind: "returned" }]);
    const again = await reopenChange(contributor, { id: change.id });
    expect(again).toMatchObject({ status: "open", patch: change.patch, baseVersion: 1 });
    await expect(reopenChange(contributor, { id: change.id })).rejects.toMatchObject({ code: "conflict" });
    await expect(reopenChange(contributor, { id: again.id })).rejects.toMatchObject({ code: "conflict" });
    await expect(reopenChange(editor, { id: change.id })).rejects.toMatchObject({ code: "not-found" });
  });

  it("is for editors, once", async () => {
    const { id } = await makeProposal();
    await expect(returnChange(contributor, { id, reason: "No" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await returnChange(editor, { id, reason: "No" });
    await expect(returnChange(editor, { id, reason: "No" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("withdrawChange and takeOverChange", () => {
  it("are the author's, and an editor's who goes on", async () => {
    const change = await makeProposal();
    await expect(withdrawChange(editor, { id: change.id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeOverChange(contributor, { id: change.id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await takeOverChange(editor, { id: change.id })).toMatchObject({ proposedById: editor.id });
    await expect(withdrawChange(contributor, { id: change.id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await withdrawChange(editor, { id: change.id })).toMatchObject({ status: "withdrawn" });
    await expect(takeOverChange(editor, { id: change.id })).rejects.toMatchObject({ code: "conflict" });
  });
});
