"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { paths } from "@/lib/paths";
import { type Company, type Heartbeat, heartbeatAnswerSchema } from "@/lib/presence/schema";

const beatEveryMs = 10_000;

/**
 * Tells the desk which incidents this page has open, and learns who else has them open and which version is
 * stored. While the page is not seen it is silent, and leaving says so at once.
 */
export function usePresence(
  here: Heartbeat["here"],
  watched: readonly string[] = [],
): ReadonlyMap<string, Company> {
  const [company, setCompany] = useState<ReadonlyMap<string, Company>>(new Map());
  const beat: Heartbeat = { here, watched: [...watched].slice(0, 100) };
  const latest = useRef(beat);
  latest.current = beat;
  const open = here.map(({ publicId }) => publicId).join(" ");
  const said = JSON.stringify(beat);

  const send = useCallback(async () => {
    const { here: opened, watched: asked } = latest.current;
    if (document.visibilityState !== "visible" || opened.length + asked.length === 0) return;
    try {
      const answer = await fetch(paths.presence(), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(latest.current),
      });
      const read = heartbeatAnswerSchema.safeParse(await answer.json());
      if (read.success) setCompany(new Map(read.data.incidents.map((one) => [one.publicId, one])));
    } catch {
      // A lost network: the next beat tries again.
    }
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said is the occasion to say it
  useEffect(() => {
    // Typing changes it with a key press; the company need not hear of each.
    const timer = setTimeout(send, 300);
    return () => clearTimeout(timer);
  }, [send, said]);

  useEffect(() => {
    const leave = () => {
      const left = open === "" ? [] : open.split(" ");
      if (left.length === 0) return;
      const body = JSON.stringify({ here: [], watched: [], left } satisfies Heartbeat);
      navigator.sendBeacon(paths.presence(), new Blob([body], { type: "application/json" }));
    };
    const turn = () => (document.visibilityState === "visible" ? void send() : leave());
    const timer = setInterval(send, beatEveryMs);
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [send, open]);

  return company;
}
