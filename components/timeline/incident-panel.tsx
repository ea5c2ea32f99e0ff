"use client";

import Link from "next/link";
import { type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EventMark } from "@/components/ui/event-mark";
import { MarkedText } from "@/components/ui/marked-text";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { describeOccurred, describeZone } from "@/lib/dates/words";
import { countryName } from "@/lib/geo/country-name";
import type { IncidentView } from "@/lib/incidents/schema";
import { shownWhen } from "@/lib/incidents/shown-when";
import { whenWords } from "@/lib/incidents/when-words";
import { casualtiesWords } from "@/lib/incidents/words";
import type { LinkView } from "@/lib/links/schema";
import { paths } from "@/lib/paths";
import { eventGroupOf, eventTypeLabel } from "@/lib/taxonomy/event-types";
import {
  attributionLabels,
  confidenceLabels,
  linkLabels,
  outcomeLabels,
  placePrecisionLabels,
  roleLabels,
} from "@/lib/taxonomy/labels";
import styles from "./incident-panel.module.css";
import type { LoadedIncident } from "./use-incident";

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
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path
            d="M1.5 1.5l9 9M10.5 1.5l-9 9"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </svg>
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
          <Record incident={loaded.incident} zone={zone} heading={heading} terms={terms} />
          {!isAmongResults && <p className={styles.aside}>The filters leave this incident out.</p>}
          <Links links={loaded.incident.links} onSelect={onSelect} />
          <Actions key={loaded.incident.publicId} incident={loaded.incident} asOf={asOf} />
        </div>
      )}
    </aside>
  );
}

type RecordProps = { incident: IncidentView } & Pick<Props, "zone" | "heading" | "terms">;

function Record({ incident, zone, heading, terms }: RecordProps) {
  const when = whenWords(incident);
  const shown = shownWhen(incident, zone, "long");
  const isElsewhere = zone !== null && shown !== when.local;
  const country = incident.place?.country ? countryName(incident.place.country) : null;
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
      <dl className={styles.facts}>
        <dt>When</dt>
        <dd>
          {isElsewhere
            ? `${shown}, ${describeZone(zone)}`
            : [when.local, when.zone].filter(Boolean).join(", ")}
          <span className={styles.note}>
            {[isElsewhere ? `${when.local}, ${when.zone}` : when.utc, when.precision]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </dd>
        <dt>Where</dt>
        <dd>
          {incident.place ? (
            <>
              <Link href={paths.place(incident.place.slug)} prefetch={false}>
                {incident.place.name}
              </Link>
              {country && country !== incident.place.name && `, ${country}`}
              {incident.place.precision !== "exact" && (
                <span className={styles.note}>{placePrecisionLabels[incident.place.precision]}</span>
              )}
            </>
          ) : (
            "not known"
          )}
        </dd>
        <dt>Casualties</dt>
        <dd>{casualtiesWords(incident.killed, incident.injured)}</dd>
        {incident.participations.length > 0 && (
          <>
            <dt>Who</dt>
            <dd>
              <ul className={styles.people}>
                {incident.participations.map((part) => (
                  <li key={`${part.actor.slug} ${part.role}`}>
                    <Link href={paths.actor(part.actor.slug)} prefetch={false}>
                      {part.actor.name}
                    </Link>
                    <span className={styles.note}>{roleWords(part)}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>Sources</dt>
        <dd>{incident.sources.length === 1 ? "1 article" : `${incident.sources.length} articles`}</dd>
      </dl>
    </>
  );
}

function roleWords(part: IncidentView["participations"][number]): string {
  const role = roleLabels[part.role];
  if (part.attribution === "confirmed" && part.attributedBy === null) return role;
  const by = part.attributedBy === null ? "" : ` by ${part.attributedBy}`;
  return `${role}, ${attributionLabels[part.attribution]}${by}`;
}

function Links({ links, onSelect }: { links: LinkView[]; onSelect: Props["onSelect"] }) {
  if (links.length === 0) return null;
  const sorted = [
    ...links.filter((link) => link.direction === "outgoing"),
    ...links.filter((link) => link.direction === "incoming"),
  ];
  return (
    <section className={styles.links} aria-label="Linked incidents">
      <h3 className={styles.subheading}>Links</h3>
      <ul>
        {sorted.map((link) => (
          <li key={link.id}>
            <button className={styles.link} type="button" onClick={() => onSelect(link.publicId)}>
              <span className={styles.relation}>
                {linkLabels[link.type][link.direction]}
                {link.confidence !== "high" && `, ${confidenceLabels[link.confidence]}`}
              </span>
              <span>{link.title}</span>
              <span className={styles.note}>
                {describeOccurred(link.occurred, "UTC", { style: "short" })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Actions({ incident, asOf }: { incident: IncidentView; asOf: string | null }) {
  // What an incident was on another day stands at the address of its version.
  const bare =
    asOf === null
      ? paths.incident(incident.publicId)
      : paths.incidentVersion(incident.publicId, incident.version);
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    const url = new URL(bare, window.location.origin);
    try {
      await navigator.clipboard.writeText(url.href);
      setIsCopied(true);
    } catch {
      // Without permission to write, the address is offered for copying by hand.
      window.prompt("Copy this address", url.href);
    }
  }
  return (
    <div className={styles.actions}>
      <ButtonLink
        look="primary"
        href={asOf === null ? paths.incident(incident.publicId, incident.title) : bare}
        prefetch={false}
      >
        Open the record
      </ButtonLink>
      <Button onClick={copy}>
        <span aria-live="polite">{isCopied ? "Link copied" : "Copy link"}</span>
      </Button>
    </div>
  );
}
