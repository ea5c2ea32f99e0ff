"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { readOwnAnswer } from "@/lib/own-answer";
import { paths } from "@/lib/paths";
import type { Span } from "@/lib/timeline/scale";
import { type PublicUpdate, rereadEvent, type UpdateNews } from "@/lib/updates/news";
import {
  isAtNow,
  isInSpan,
  maxNews,
  type NewIncident,
  newsQuery,
  newsWords,
  spanAtNow,
  spanOfNews,
} from "./live-news";
import { useUpdates } from "./use-updates";

/** Updates are taken together for so long, a part of it by chance: readers shall not all ask at once. */
const gatherMs = () => 400 + Math.random() * 800;
const tickMs = 30_000;
/** With fewer moves than this of the window, in parts of it, nobody would see them. */
const leastMove = 0.002;

type Options = {
  /** False where the record is shown as of another time. */
  isOn: boolean;
  filterQuery: string;
  currentSpan: () => Span;
  /** Reads the drawn window again. */
  refresh: () => void;
  moveTo: (span: Span, isAnimated?: boolean) => void;
  say: (words: string) => void;
};

/**
 * What is published while the page is open: named in a notice, or, while somebody follows, drawn and counted at once.
 * The window moves by itself only while it stands at now and somebody follows.
 */
export function useLive({ isOn, filterQuery, currentSpan, refresh, moveTo, say }: Options) {
  const router = useRouter();
  const [isFollowing, setIsFollowing] = useState(false);
  const [news, setNews] = useState<NewIncident[]>([]);
  const waiting = useRef(new Map<string, PublicUpdate>());
  const isReread = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useUpdates(isOn, (update: UpdateNews) => {
    if (update === rereadEvent) isReread.current = true;
    else waiting.current.set(update.publicId, update);
    timer.current ??= setTimeout(() => void settle(), gatherMs());
  });

  const settle = useEffectEvent(async () => {
    timer.current = undefined;
    const updates = [...waiting.current.values()];
    waiting.current.clear();
    const isAll = isReread.current || updates.length > maxNews;
    isReread.current = false;
    const published = updates.filter(({ kind }) => kind === "published");
    const fresh = isAll || published.length === 0 ? [] : await readNews(filterQuery, published);
    const gone = new Set(updates.filter(({ kind }) => kind === "retracted").map(({ publicId }) => publicId));
    const changesDrawing = isAll || published.length < updates.length;
    if (changesDrawing || (isFollowing && fresh.length > 0)) refresh();
    if (isFollowing && (changesDrawing || fresh.length > 0)) router.refresh();
    tell(fresh, gone);
  });

  function tell(fresh: readonly NewIncident[], gone: ReadonlySet<string>) {
    if (isFollowing && fresh.length > 0) stayAtNow();
    const span = currentSpan();
    const unseen = isFollowing ? fresh.filter((one) => !isInSpan(one, span)) : fresh;
    const ids = new Set([...gone, ...unseen.map(({ publicId }) => publicId)]);
    setNews((before) => [...unseen, ...before.filter(({ publicId }) => !ids.has(publicId))]);
    if (fresh.length > 0) say(newsWords(fresh.length));
  }

  const stayAtNow = useEffectEvent(() => {
    const span = currentSpan();
    const next = spanAtNow(span, Date.now());
    const share = Math.abs(next.end - span.end) / (span.end - span.start);
    if (isAtNow(span, Date.now()) && share > leastMove) moveTo(next);
  });

  useEffect(() => {
    if (!isFollowing) return;
    const ticks = setInterval(() => stayAtNow(), tickMs);
    return () => clearInterval(ticks);
  }, [isFollowing]);

  // What was new under another filter is nothing new under this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the filter changed
  useEffect(() => setNews([]), [filterQuery]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function toggle() {
    setIsFollowing(!isFollowing);
    if (isFollowing) return say("No longer following");
    if (news.length > 0) readAgain();
    moveTo(spanAtNow(currentSpan(), Date.now()));
    say("Following now");
  }

  function readAgain() {
    setNews([]);
    refresh();
    router.refresh();
  }

  /** Draws and counts what is new, and goes there if none of it is in view. */
  function show() {
    const next = spanOfNews(news, currentSpan());
    readAgain();
    if (next.start !== currentSpan().start) moveTo(next);
    say(news.map(({ title }) => title).join(", "));
  }

  return { isFollowing, toggle, news, show, dismiss: () => setNews([]) };
}

/** Those of the published incidents that match the filter; none when they cannot be read. */
async function readNews(filterQuery: string, published: readonly PublicUpdate[]): Promise<NewIncident[]> {
  const ids = new Set(published.map(({ publicId }) => publicId));
  try {
    const response = await fetch(paths.api.incidents(newsQuery(filterQuery, published)));
    const { data } = await readOwnAnswer<{ data: NewIncident[] }>(response, ["data"]);
    return data.filter(({ publicId }) => ids.has(publicId));
  } catch {
    return [];
  }
}
