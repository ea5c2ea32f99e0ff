import type { IncidentView } from "@/lib/incidents/schema";
import { numberWords } from "@/lib/incidents/words";
import type { Span } from "@/lib/timeline/scale";
import type { PublicUpdate } from "@/lib/updates/news";

/** An incident that was published while the page was open. */
export type NewIncident = Pick<IncidentView, "publicId" | "title" | "earliest" | "latest">;

/** More than this at once is not told one by one. */
export const maxNews = 100;
/** Clocks of server and database may differ so much. */
const slackMs = 60_000;
/** Room right of now, as a share of the window; and how far from there its end may be to stand "at now". */
const margin = 0.03;
const nearNow = 0.05;

/** Query for what was published since the first of these updates and matches the filter, newest first. */
export function newsQuery(filterQuery: string, updates: readonly PublicUpdate[]): string {
  const params = new URLSearchParams(filterQuery);
  const first = Math.min(...updates.map(({ at }) => Date.parse(at))) - slackMs;
  const asked = Date.parse(params.get("updatedSince") ?? "");
  params.set("updatedSince", new Date(Math.max(first, Number.isNaN(asked) ? first : asked)).toISOString());
  params.set("sort", "-updated");
  params.set("limit", String(maxNews));
  return params.toString();
}

/** The window of the same length that ends at now. */
export function spanAtNow({ start, end }: Span, now: number): Span {
  const length = end - start;
  return { start: now - length * (1 - margin), end: now + length * margin };
}

export const isAtNow = (span: Span, now: number): boolean =>
  Math.abs(span.end - spanAtNow(span, now).end) <= (span.end - span.start) * nearNow;

export const isInSpan = ({ earliest, latest }: NewIncident, { start, end }: Span): boolean =>
  Date.parse(latest) >= start && Date.parse(earliest) <= end;

/** The window to show news in: the same where one of them can be seen, else as long, around the newest. */
export function spanOfNews(news: readonly NewIncident[], span: Span): Span {
  const newest = news.reduce<NewIncident | null>(
    (found, one) => (found && Date.parse(found.earliest) >= Date.parse(one.earliest) ? found : one),
    null,
  );
  if (newest === null || news.some((one) => isInSpan(one, span))) return span;
  const half = (span.end - span.start) / 2;
  const at = Math.max(Date.parse(newest.earliest), Date.parse(newest.latest) - half);
  return { start: at - half, end: at + half };
}

export const newsWords = (count: number): string =>
  `${numberWords(count)} new ${count === 1 ? "incident" : "incidents"}`;
