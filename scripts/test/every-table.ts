import { randomUUID } from "node:crypto";
import { database } from "@/lib/db/client";
import {
  makeActor,
  makeArticle,
  makeCampaign,
  makeIncident,
  makeLink,
  makePlace,
  makePublisher,
  makeUser,
} from "./factories";

const later = new Date("2030-01-01T00:00:00Z");
const hash = "0".repeat(64);

/** One valid row in every table, as what each constraint is tried on. */
export async function fillEveryTable(): Promise<void> {
  const user = await makeUser();
  const actor = await makeActor({ aliases: ["Other name"], wikidata: "Q1", country: "IQ" });
  await makeActor({ parentId: actor.id, country: "IR" });
  const place = await makePlace({ aliases: ["Other spelling"], geonamesId: 1 });
  await makePlace({ parentId: place.id, geonamesId: 2 });
  const publisher = await makePublisher({
    homepage: "https://example.org/",
    country: "IQ",
    reliability: "B",
  });
  const article = await makeArticle({ publisherId: publisher.id, canonicalUrl: "https://example.org/1" });
  const cause = await makeIncident({ createdById: user.id });
  const incident = await makeIncident({
    place,
    latitude: 33,
    longitude: 44,
    killedMin: 1,
    killedMax: 2,
    injuredMin: 1,
    injuredMax: 2,
    participations: [{ actor }],
    campaigns: [await makeCampaign()],
    claims: [{ article }],
  });
  await makeLink(incident, cause, { article });
  const [aId = "", bId = ""] = [cause.id, incident.id].sort();
  await database().$transaction([
    database().suggestion.create({ data: { articleId: article.id, position: 0, proposal: {} } }),
    database().externalId.create({ data: { incidentId: incident.id, scheme: "acled", value: "1", raw: {} } }),
    database().distinctPair.create({ data: { aId, bId } }),
    database().importRun.create({ data: { format: "acled", fileName: "a.csv", fileSha256: hash } }),
    database().formDraft.create({ data: { userId: user.id, key: "incident:new", body: {} } }),
    database().setting.create({ data: { key: "test", value: 1 } }),
  ]);
  await fillDeskTables(user.id, { aId, bId });
  await fillAuthTables(user.id);
}

async function fillDeskTables(userId: string, { aId, bId }: { aId: string; bId: string }): Promise<void> {
  const ofUser = { userId, incidentId: aId };
  const merge = { winnerId: aId, loserId: bId, winnerVersion: 1, loserVersion: 1, moved: {} };
  const proposal = { incidentId: aId, baseVersion: 1, patch: {} };
  await database().$transaction([
    database().proposedChange.create({ data: proposal }),
    database().comment.create({
      data: {
        incidentId: aId,
        body: "Look again",
        notifications: { create: { ...ofUser, kind: "comment", actorName: "A" } },
      },
    }),
    database().presence.create({ data: ofUser }),
    database().savedSearch.create({ data: { userId, name: "Mine", query: "q=base" } }),
    database().auditEvent.create({ data: { action: "sign-in", userName: "A" } }),
    database().incidentMerge.create({ data: merge }),
    database().duplicateCandidate.create({ data: { aId, bId, score: 0.5, reasons: [] } }),
    database().bulkChange.create({ data: { change: {}, items: [] } }),
  ]);
}

async function fillAuthTables(userId: string): Promise<void> {
  const id = randomUUID();
  await database().$transaction([
    database().session.create({ data: { id, userId, token: id, expiresAt: later } }),
    database().account.create({ data: { id, userId, accountId: id, providerId: "credential" } }),
    database().verification.create({ data: { id, identifier: id, value: "1", expiresAt: later } }),
    database().apiKey.create({ data: { id, referenceId: userId, key: id } }),
    database().twoFactor.create({ data: { id, userId, secret: id, backupCodes: "" } }),
    database().rateLimit.create({ data: { key: id, count: 1, lastRequest: 1 } }),
  ]);
}
