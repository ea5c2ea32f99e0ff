"use client";

import { useEffect, useEffectEvent } from "react";
import { ownAnswer } from "@/lib/own-answer";
import { paths } from "@/lib/paths";
import { type PublicUpdate, publicUpdateKinds, rereadEvent, type UpdateNews } from "@/lib/updates/news";

const refusedPauseMs = 30_000;

/**
 * Follows what is published, changed and retracted, while the page can be seen; it resumes after the last
 * event, and says "reread" where it cannot know what was missed.
 */
export function useUpdates(isOn: boolean, onNews: (news: UpdateNews) => void): void {
  const hear = useEffectEvent(onNews);
  useEffect(() => {
    if (!isOn) return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastEventId = "";
    let wasOpen = false;

    function close() {
      clearTimeout(timer);
      source?.close();
      source = null;
    }

    function open() {
      close();
      const opened = new EventSource(paths.api.updates(lastEventId || null));
      source = opened;
      opened.addEventListener("open", () => {
        if (wasOpen && lastEventId === "") hear(rereadEvent);
        wasOpen = true;
      });
      // The browser comes back by itself after a lost connection, not after a refusal.
      opened.addEventListener("error", () => {
        if (opened.readyState === EventSource.CLOSED) timer = setTimeout(open, refusedPauseMs);
      });
      opened.addEventListener(rereadEvent, () => hear(rereadEvent));
      for (const kind of publicUpdateKinds) {
        opened.addEventListener(kind, ({ lastEventId: id, data }) => {
          lastEventId = id || lastEventId;
          hear({ ...ownAnswer<Omit<PublicUpdate, "kind">>(JSON.parse(data), ["publicId", "at"]), kind });
        });
      }
    }

    const followVisibility = () => (document.hidden ? close() : open());
    followVisibility();
    document.addEventListener("visibilitychange", followVisibility);
    return () => {
      document.removeEventListener("visibilitychange", followVisibility);
      close();
    };
  }, [isOn]);
}
