"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { describeOccurred, describeZone } from "@/lib/dates/words";
import { countryName } from "@/lib/geo/country-name";
import type { IncidentView } from "@/lib/incidents/schema";
import { shownWhen } from "@/lib/incidents/shown-when";
import { whenWords } from "@/lib/incidents/when-words";
import { casualtiesWords } from "@/lib/incidents/words";
import type { LinkView } from "@/lib/links/schema";
import { paths } from "@/lib/paths";
import {
  attributionLabels,
  confidenceLabels,
  linkLabels,
  placePrecisionLabels,
  roleLabels,
} from "@/lib/taxonomy/labels";
import styles from "./incident-panel.module.css";

type Props = {
  incident: IncidentView;
  /** By whose clocks times are told (IANA); null: those of the place. */
  zone: string | null;
  /** False when the filters leave this incident out. */
  isAmongResults: boolean;
  /** The instant whose record is shown, ISO; null: now. */
  asOf: string | null;
  onSelect: (publicId: string) => void;
};

/** What the panel tells under the title of an incident. */
export function IncidentFacts({ incident, zone, isAmongResults, asOf, onSelect }: Props) {
  return (
    <>
      <Facts incident={incident} zone={zone} />
      {!isAmongResults && <p className={styles.aside}>The filters leave this incident out.</p>}
      <Links links={incident.links} onSelect={onSelect} />
      <Actions key={incident.publicId} incident={incident} asOf={asOf} />
    </>
  );
}

function Facts({ incident, zone }: Pick<Props, "incident" | "zone">) {
  const when = whenWords(incident);
  const shown = shownWhen(incident, zone, "long");
  const isElsewhere = zone !== null && shown !== when.local;
  const country = incident.place?.country ? countryName(incident.place.country) : null;
  return (
    <dl className={styles.facts}>
      <dt>When</dt>
      <dd>
        {isElsewhere ? `${shown}, ${describeZone(zone)}` : [when.local, when.zone].filter(Boolean).join(", ")}
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
