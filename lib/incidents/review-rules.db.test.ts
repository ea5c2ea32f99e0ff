import { beforeEach, describe, expect, it } from "vitest";
import { type Principal, systemPrincipal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { linkInputSchema } from "@/lib/links/schema";
import { setReviewRequired } from "@/lib/settings/commands";
import { makeIncident } from "@/scripts/test/factories";
import { incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import {
  createIncident,
  publishIncident,
  restoreIncident,
  retractIncident,
  returnIncident,
  submitIncident,
  updateIncident,
} from "./commands";
import { createLink } from "./link-commands";

let author: Principal;
let other: Principal;
beforeEach(async () => {
  author = await makePrincipal("editor");
  other = await makePrincipal("editor");
  await setReviewRequired(await makePrincipal("admin"), { isRequired: true });
});

async function makeSubmitted(): Promise<string> {
  const { incident } = await createIncident(author, incidentInput());
  await submitIncident(author, incident.publicId);
  return incident.publicId;
}

describe("where review is required", () => {
  it("nothing is published that was not submitted", async () => {
    const { incident } = await createIncident(author, incidentInput());
    await expect(publishIncident(other, incident.publicId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(publishIncident(author, incident.publicId)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("nobody publishes what they wrote, submitted or changed last", async () => {
    const publicId = await makeSubmitted();
    await expect(publishIncident(author, publicId)).rejects.toMatchObject({ code: "forbidden" });
    await updateIncident(other, publicId, 2, { title: "Changed in review" });
    await expect(publishIncident(other, publicId)).rejects.toMatchObject({ code: "forbidden" });
    const third = await makePrincipal("admin");
    expect(await publishIncident(third, publicId)).toMatchObject({ incident: { status: "published" } });
  });

  it("nobody publishes their own words because somebody else linked the incident since", async () => {
    const publicId = await makeSubmitted();
    await updateIncident(other, publicId, 2, { title: "Changed in review" });
    const { publicId: earlier } = await makeIncident();
    const third = await makePrincipal("editor");
    await createLink(third, linkInputSchema.parse({ from: publicId, to: earlier, type: "follows" }));
    await expect(publishIncident(other, publicId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(publishIncident(third, publicId)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("the system publishes what it brings along, as before", async () => {
    const { incident } = await createIncident(systemPrincipal, incidentInput());
    expect(await publishIncident(systemPrincipal, incident.publicId)).toMatchObject({
      incident: { status: "published" },
    });
  });

  it("a retracted incident comes back only as a version that was public", async () => {
    const publicId = await makeSubmitted();
    await publishIncident(other, publicId);
    await retractIncident(author, publicId, { reason: "Doubts" });
    const restore = (version: number) => restoreIncident(author, publicId, { version, reason: "Back" });
    await expect(restore(1)).rejects.toMatchObject({ code: "forbidden" });
    expect(await restore(3)).toMatchObject({ incident: { status: "published" } });
    await expect(restore(3)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("who is told", () => {
  it("editors of a submission; its author of what became of it; nobody of their own acts", async () => {
    const contributor = await makePrincipal("contributor");
    const { incident } = await createIncident(contributor, incidentInput());
    const { publicId } = incident;
    await submitIncident(contributor, publicId);
    await returnIncident(other, publicId, { reason: "Which base?" });
    await submitIncident(contributor, publicId);
    await updateIncident(author, publicId, 4, { summary: "A" });
    await updateIncident(author, publicId, 5, { summary: "B" });
    await publishIncident(other, publicId);
    const told = await database().notification.findMany({
      where: { incident: { publicId } },
      orderBy: { createdAt: "asc" },
    });
    const kindsOf = (id: string | null) => told.filter(({ userId }) => userId === id).map(({ kind }) => kind);
    // Two changes of the same person, unread, are one line.
    expect(kindsOf(contributor.id)).toEqual(["returned", "changed", "published"]);
    expect(kindsOf(other.id)).toEqual(["submitted"]);
  });
});
