import { beforeAll, describe, expect, it } from "vitest";
import { decideSuggestion } from "@/lib/articles/commands";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { makeArticle } from "@/scripts/test/factories";
import { incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { acceptSuggestion } from "./suggestion-commands";

let viewer: Principal;
let contributor: Principal;
beforeAll(async () => {
  viewer = await makePrincipal("viewer");
  contributor = await makePrincipal("contributor");
});

const unknownId = "00000000-0000-7000-8000-000000000000";

async function makeSuggestion(): Promise<string> {
  const { id: articleId } = await makeArticle();
  const { id } = await database().suggestion.create({ data: { articleId, position: 0, proposal: {} } });
  return id;
}

const stored = (id: string) =>
  database().suggestion.findUniqueOrThrow({
    where: { id },
    select: { status: true, decidedById: true, incident: { select: { publicId: true } } },
  });

describe("acceptSuggestion", () => {
  it("makes a draft of a proposal, as it was corrected, and remembers which", async () => {
    const id = await makeSuggestion();
    const record = await acceptSuggestion(contributor, id, incidentInput({ title: "As corrected" }));
    expect(record.incident).toMatchObject({ status: "draft", version: 1, title: "As corrected" });
    expect(await stored(id)).toEqual({
      status: "accepted",
      decidedById: contributor.id,
      incident: { publicId: record.incident.publicId },
    });
  });

  it("makes one incident of five clicks at once", async () => {
    const id = await makeSuggestion();
    const before = await database().incident.count();
    const clicks = await Promise.allSettled(
      Array.from({ length: 5 }, () => acceptSuggestion(contributor, id, incidentInput())),
    );
    const codes = clicks.map((click) => (click.status === "fulfilled" ? "done" : click.reason.code));
    expect(codes.sort()).toEqual(["conflict", "conflict", "conflict", "conflict", "done"]);
    expect(await database().incident.count()).toBe(before + 1);
  });

  it("leaves the proposal open when the incident is refused", async () => {
    const id = await makeSuggestion();
    const bad = incidentInput({ place: { slug: "nowhere" } });
    await expect(acceptSuggestion(contributor, id, bad)).rejects.toMatchObject({
      details: { errors: [{ path: "place" }] },
    });
    expect(await stored(id)).toMatchObject({ status: "open", incident: null });
  });

  it("is for contributors, and not for a proposal that is gone", async () => {
    const id = await makeSuggestion();
    await expect(acceptSuggestion(null, id, incidentInput())).rejects.toMatchObject({
      code: "not-signed-in",
    });
    await expect(acceptSuggestion(viewer, id, incidentInput())).rejects.toMatchObject({ code: "forbidden" });
    await expect(acceptSuggestion(contributor, unknownId, incidentInput())).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("decideSuggestion", () => {
  it("sets a proposal aside, opens it again, and one set aside can still be accepted", async () => {
    const id = await makeSuggestion();
    await decideSuggestion(contributor, id, "rejected");
    expect(await stored(id)).toMatchObject({ status: "rejected", decidedById: contributor.id });
    await decideSuggestion(contributor, id, "open");
    expect(await stored(id)).toMatchObject({ status: "open", decidedById: null });
    await decideSuggestion(contributor, id, "rejected");
    await acceptSuggestion(contributor, id, incidentInput());
    await expect(decideSuggestion(contributor, id, "rejected")).rejects.toMatchObject({ code: "conflict" });
    expect(await stored(id)).toMatchObject({ status: "accepted" });
  });

  it("is for contributors, and not for a proposal that is gone", async () => {
    const id = await makeSuggestion();
    await expect(decideSuggestion(null, id, "rejected")).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(decideSuggestion(viewer, id, "rejected")).rejects.toMatchObject({ code: "forbidden" });
    await expect(decideSuggestion(contributor, unknownId, "open")).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
