import type { IncidentStatus } from "@/lib/taxonomy/terms";
import { type PublicUpdate, rereadEvent, type UpdateNews } from "./news";

/** What a write means to the public; null when nothing that is public changed. */
export function publicKind(
  before: IncidentStatus | null,
  after: IncidentStatus,
): PublicUpdate["kind"] | null {
  if (after === "published") return before === "published" ? "updated" : "published";
  return before === "published" ? "retracted" : null;
}

type State = { incident: { publicId: string; version: number; status: IncidentStatus } };

/** What writes mean to the public; each is the state before, null for a new incident, and the state after. */
export function publicUpdates(
  writes: readonly (readonly [before: State | null, after: State])[],
  at = new Date(),
): PublicUpdate[] {
  return writes.flatMap(([before, { incident }]) => {
    const kind = publicKind(before?.incident.status ?? null, incident.status);
    return kind
      ? [{ kind, publicId: incident.publicId, version: incident.version, at: at.toISOString() }]
      : [];
  });
}

/** The address of a version names its event, so that any instance can resume after it. */
const eventId = ({ publicId, version }: PublicUpdate): string => `${publicId}@${version}`;

/** The version that an event id names; null when it is none. */
export function readEventId(text: string): { publicId: string; version: number } | null {
  const [, publicId, version] = /^([0-9A-HJKMNP-TV-Z]{8})@(\d{1,9})$/.exec(text) ?? [];
  return publicId && version ? { publicId, version: Number(version) } : null;
}

/** An event as the stream carries it (WHATWG HTML, server-sent events). */
export function eventText(news: UpdateNews): string {
  if (news === rereadEvent) return `event: ${rereadEvent}\ndata: {}\n\n`;
  const { kind, ...data } = news;
  return `id: ${eventId(news)}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}
