import { createHash, randomUUID } from "node:crypto";
import { database, type Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { foldName, slugify } from "@/lib/geo/fold";
import { newPublicId } from "@/lib/incidents/public-id";
import { readRecord } from "@/lib/incidents/record";
import type { IncidentRecord } from "@/lib/incidents/schema";
import type {
  Attribution,
  ClaimField,
  ClaimStanding,
  IncidentStatus,
  LinkType,
  ParticipationRole,
} from "@/lib/taxonomy/terms";
import { dateColumns } from "./many-incidents";

// Test data through the client itself, past the commands: any state that the database allows can be made.
let counter = 0;
const unique = (word: string): string => `${word} ${++counter} ${randomUUID().slice(0, 8)}`;

export type Made = { id: string; slug: string; name: string };
const made = { id: true, slug: true, name: true } as const;

export function makeActor(
  data: Partial<Omit<Prisma.ActorUncheckedCreateInput, "aliases">> & { aliases?: string[] } = {},
): Promise<Made> {
  const { aliases = [], ...columns } = data;
  const name = columns.name ?? unique("Actor");
  return database().actor.create({
    data: {
      slug: slugify(name),
      folded: foldName(name),
      kind: "armed-group",
      ...columns,
      name,
      aliases: { create: aliases.map((alias) => ({ name: alias, folded: foldName(alias) })) },
    },
    select: made,
  });
}

export function makePlace(
  data: Partial<Omit<Prisma.PlaceUncheckedCreateInput, "aliases">> & { aliases?: string[] } = {},
): Promise<Made> {
  const { aliases = [], ...columns } = data;
  const name = columns.name ?? unique("Place");
  return database().place.create({
    data: {
      slug: slugify(name),
      folded: foldName(name),
      kind: "town",
      country: "IQ",
      latitude: 33,
      longitude: 44,
      ...columns,
      name,
      aliases: { create: aliases.map((alias) => ({ name: alias, folded: foldName(alias) })) },
    },
    select: made,
  });
}

export function makePublisher(data: Partial<Prisma.PublisherUncheckedCreateInput> = {}): Promise<Made> {
  const name = data.name ?? unique("Publisher");
  return database().publisher.create({
    data: { slug: slugify(name), folded: foldName(name), ...data, name },
    select: made,
  });
}

export function makeCampaign(data: Partial<Prisma.CampaignUncheckedCreateInput> = {}): Promise<Made> {
  const name = data.name ?? unique("Campaign");
  return database().campaign.create({ data: { slug: slugify(name), ...data, name }, select: made });
}

export function makeArticle(
  data: Partial<Prisma.ArticleUncheckedCreateInput> = {},
): Promise<{ id: string; title: string; text: string }> {
  const title = data.title ?? unique("Article");
  const text = data.text ?? `${title}. Rockets were fired at a base. Nobody was hurt.`;
  return database().article.create({
    data: { ...data, title, text, textSha256: createHash("sha256").update(text).digest("hex") },
    select: { id: true, title: true, text: true },
  });
}

export function makeUser(
  data: Partial<Prisma.UserUncheckedCreateInput> = {},
): Promise<{ id: string; name: string; email: string; role: string }> {
  const id = data.id ?? randomUUID();
  const account = { id, accountId: id, providerId: "credential", password: "no hash: nobody signs in" };
  return database().user.create({
    data: { name: unique("User"), email: `${id}@example.org`, accounts: { create: account }, ...data, id },
    select: { id: true, name: true, email: true, role: true },
  });
}

export type IncidentFactoryInput = Partial<
  Pick<
    Prisma.IncidentUncheckedCreateInput,
    | "publicId"
    | "title"
    | "summary"
    | "outcome"
    | "timeZone"
    | "placePrecision"
    | "latitude"
    | "longitude"
    | "killedMin"
    | "killedMax"
    | "injuredMin"
    | "injuredMax"
    | "pinned"
    | "createdById"
    | "publishedAt"
    | "updatedAt"
    | "mergedIntoId"
    | "retractReason"
    | "unsourcedReason"
  >
> & {
  eventType?: string;
  /** EDTF; its bounds and precision are derived. */
  occurred?: string;
  place?: Made | null;
  participations?: {
    actor: Made;
    role?: ParticipationRole;
    attribution?: Attribution;
    attributedBy?: string;
  }[];
  campaigns?: Made[];
  /** Claims with the first words of an article as their quote. */
  claims?: {
    article: { id: string; text: string };
    field?: ClaimField;
    standing?: ClaimStanding;
    value?: unknown;
  }[];
};

export type MadeIncident = { id: string; publicId: string; record: IncidentRecord };

/** An incident at version 1 with the revision that the database demands; published unless said otherwise. */
export function makeIncident(
  data: IncidentFactoryInput = {},
  options: { status?: IncidentStatus } = {},
): Promise<MadeIncident> {
  return database().$transaction(
    (transaction) => createIncident(transaction, data, options.status ?? "published"),
    { maxWait: 10_000, timeout: 20_000 },
  );
}

async function createIncident(
  transaction: Transaction,
  data: IncidentFactoryInput,
  status: IncidentStatus,
): Promise<MadeIncident> {
  const { eventType, occurred, place, participations, campaigns, claims, ...columns } = data;
  const { id, publicId } = await transaction.incident.create({
    data: {
      publicId: newPublicId(),
      title: unique("Incident"),
      eventTypeSlug: eventType ?? "shelling-artillery-missile-attack",
      timeZone: "UTC",
      placeId: place?.id ?? null,
      status,
      publishedAt: status === "draft" || status === "in_review" ? null : new Date(),
      retractReason: status === "retracted" ? "Withdrawn by its source" : null,
      ...dateColumns(occurred ?? "2021-07-05", columns.timeZone ?? "UTC"),
      ...columns,
      participations: {
        create: (participations ?? []).map(({ actor, role = "perpetrator", ...rest }, position) => ({
          actorId: actor.id,
          role,
          position,
          ...rest,
        })),
      },
      campaigns: { create: (campaigns ?? []).map((campaign) => ({ campaignId: campaign.id })) },
      claims: { create: (claims ?? []).map(claimColumns) },
    },
    select: { id: true, publicId: true },
  });
  const record = await readRecord(transaction, { id }, { includeUnpublishedLinks: true });
  if (!record) {
    throw new Error(`incident ${publicId} was not created`);
  }
  await makeRevision(transaction, id, record, status === "draft" ? "create" : "publish");
  return { id, publicId, record };
}

function claimColumns(
  claim: NonNullable<IncidentFactoryInput["claims"]>[number],
  position: number,
): Prisma.ClaimUncheckedCreateWithoutIncidentInput {
  const { article, field = "title", standing = "accepted", value = "A value" } = claim;
  const exact = article.text.slice(0, 12);
  return {
    articleId: article.id,
    field,
    // Test values are plain JSON.
    value: value as Prisma.InputJsonValue,
    exact,
    start: 0,
    end: exact.length,
    standing,
    reason: standing === "rejected" ? "Contradicted by the coalition" : null,
    position,
  };
}

async function makeRevision(
  transaction: Transaction,
  incidentId: string,
  record: IncidentRecord,
  action: string,
): Promise<void> {
  await transaction.revision.create({
    data: {
      incidentId,
      version: record.incident.version,
      action,
      status: record.incident.status,
      // Parsed by its schema, so it is JSON.
      state: record as Prisma.InputJsonValue,
      changes: [],
      userName: "Test",
    },
  });
}

/** The next version of an incident with other columns; for tests of versions and statuses. */
export function changeIncident(
  id: string,
  data: Prisma.IncidentUncheckedUpdateInput,
  action = "update",
): Promise<IncidentRecord> {
  return database().$transaction(async (transaction) => {
    await transaction.incident.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
    const record = await readRecord(transaction, { id }, { includeUnpublishedLinks: true });
    if (!record) {
      throw new Error(`incident ${id} does not exist`);
    }
    await makeRevision(transaction, id, record, action);
    return record;
  });
}

/** A link from the later incident or the effect to the earlier or the cause, optionally with a quote. */
export async function makeLink(
  from: { id: string },
  to: { id: string },
  data: { type?: LinkType; confidence?: string; article?: { id: string; text: string } } = {},
): Promise<{ id: string }> {
  const { article, ...columns } = data;
  const exact = article?.text.slice(0, 12);
  return database().incidentLink.create({
    data: {
      fromId: from.id,
      toId: to.id,
      type: "follows",
      ...columns,
      ...(article && exact ? { articleId: article.id, exact, start: 0, end: exact.length } : {}),
    },
    select: { id: true },
  });
}
