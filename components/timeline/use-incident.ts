"use client";

import { useEffect, useState } from "react";
import type { IncidentView } from "@/lib/incidents/schema";
import { readOwnAnswer } from "@/lib/own-answer";
import { paths } from "@/lib/paths";

export type LoadedIncident =
  | { status: "loading"; publicId: string }
  | { status: "ready"; publicId: string; incident: IncidentView }
  | { status: "failed"; publicId: string; message: string };

const shownMembers = [
  "publicId",
  "version",
  "title",
  "occurred",
  "participations",
  "links",
  "sources",
] as const;

const kept = new Map<string, IncidentView>();

async function readIncident(
  publicId: string,
  asOf: string | null,
  signal: AbortSignal,
): Promise<LoadedIncident> {
  try {
    const response = await fetch(paths.api.incident(publicId, asOf), { signal });
    if (response.status === 404 || response.status === 410) {
      return { status: "failed", publicId, message: "This incident is not public." };
    }
    const incident = await readOwnAnswer<IncidentView>(response, shownMembers);
    kept.set(keyOf(publicId, asOf), incident);
    return { status: "ready", publicId, incident };
  } catch {
    return { status: "failed", publicId, message: "The incident could not be loaded. Select it again." };
  }
}

const keyOf = (publicId: string, asOf: string | null): string => `${publicId} ${asOf ?? "now"}`;

/** The record of the selected incident, now or at an instant (ISO); one that was shown before comes at once and is read again. */
export function useIncident(publicId: string | null, asOf: string | null): LoadedIncident | null {
  const [loaded, setLoaded] = useState<LoadedIncident | null>(null);
  useEffect(() => {
    if (publicId === null) return setLoaded(null);
    const known = kept.get(keyOf(publicId, asOf));
    setLoaded(known ? { status: "ready", publicId, incident: known } : { status: "loading", publicId });
    const controller = new AbortController();
    void readIncident(publicId, asOf, controller.signal).then((result) => {
      if (!controller.signal.aborted && !(known && result.status === "failed")) setLoaded(result);
    });
    return () => controller.abort();
  }, [publicId, asOf]);
  return loaded;
}
