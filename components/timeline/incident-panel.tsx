"use client";

import dynamic from "next/dynamic";
import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import { CrossMark } from "@/components/ui/cross-mark";
import { EventMark } from "@/components/ui/event-mark";
import { MarkedText } from "@/components/ui/marked-text";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import type { IncidentView } from "@/lib/incidents/schema";
import { eventGroupOf, eventTypeLabel } from "@/lib/taxonomy/event-types";
import { outcomeLabels } from "@/lib/taxonomy/labels";
import styles from "./incident-panel.module.css";
import type { LoadedIncident } from "./use-incident";

/** Comes with its script when the first incident is selected. */
const IncidentFacts = dynamic(async () => (await import("./incident-facts")).IncidentFacts, {
  loading: () => <Skeleton height="9em" />,
});

type Props = {
  loaded: LoadedIncident;
  /** By whose clocks times are told (IANA); null: those of the place. */
  zone: string | null;
  /** What to mark in the title; see markedTerms. */
  terms: readonly string[];
  /** False when the filters leave this incident out. */
  isAmongResults: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
  /** The instant whose record is shown, ISO; null: now. */
  asOf: string | null;
  onSelect: (publicId: string) => void;
  onClose: () => void;
};

/** The selected incident beside the timeline: what, when, where, who, and the links to walk along. */
export function IncidentPanel({
  loaded,
  zone,
  terms,
  isAmongResults,
  heading,
  asOf,
  onSelect,
  onClose,
}: Props) {
  return (
    <aside className={styles.panel} aria-label="Selected incident" data-print="hide">
      <Button className={styles.close} look="quiet" iconOnly aria-label="Close (Escape)" onClick={onClose}>
        <CrossMark size={12} />
      </Button>
      {loaded.status === "loading" && (
        <div className={styles.body}>
          <Skeleton height="1.2em" width="85%" />
          <Skeleton height="1.2em" width="55%" />
          <Skeleton height="9em" />
        </div>
      )}
      {loaded.status === "failed" && (
        <div className={styles.body}>
          <h2 className={styles.title} ref={heading} tabIndex={-1}>
            {loaded.message}
          </h2>
        </div>
      )}
      {loaded.status === "ready" && (
        <div className={styles.body}>
          <Heading incident={loaded.incident} heading={heading} terms={terms} />
          <IncidentFacts
            incident={loaded.incident}
            zone={zone}
            isAmongResults={isAmongResults}
            asOf={asOf}
            onSelect={onSelect}
          />
        </div>
      )}
    </aside>
  );
}

type HeadingProps = { incident: IncidentView } & Pick<Props, "heading" | "terms">;

function Heading({ incident, heading, terms }: HeadingProps) {
  return (
    <>
      <p className={styles.kind}>
        <EventMark group={eventGroupOf(incident.eventType)} />
        {eventTypeLabel(incident.eventType)}
        {incident.outcome !== "completed" && incident.outcome !== "unknown" && (
          <Tag>{outcomeLabels[incident.outcome]}</Tag>
        )}
      </p>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        <MarkedText text={incident.title} terms={terms} />
      </h2>
    </>
  );
}
