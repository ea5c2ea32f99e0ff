import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { EventMark } from "@/components/ui/event-mark";
import { Fact, Facts } from "@/components/ui/facts";
import { getCountry } from "@/lib/geo/countries";
import { type ClaimGroup, participationAnchor } from "@/lib/incidents/claim-groups";
import type { IncidentView } from "@/lib/incidents/schema";
import { whenWords } from "@/lib/incidents/when-words";
import { countWords } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import { eventGroupLabels, eventGroupOf, eventTypeLabel } from "@/lib/taxonomy/event-types";
import { outcomeLabels, placePrecisionLabels } from "@/lib/taxonomy/labels";
import { type ClaimField, participationRoles } from "@/lib/taxonomy/terms";
import { participationWords } from "@/lib/taxonomy/words";
import styles from "./record-facts.module.css";
import { SourcedValue } from "./sourced-value";
import { UncertaintyBar } from "./uncertainty-bar";

type Props = { incident: IncidentView; groups: readonly ClaimGroup[] };

/** When, where, what, who and how many, each value with the way to its sentences. */
export function RecordFacts({ incident, groups }: Props) {
  return (
    <Facts>
      <Fact name="When">
        <When incident={incident} groups={groups} />
      </Fact>
      <Fact name="Where">
        <Where incident={incident} groups={groups} />
      </Fact>
      <Fact name="What">
        <What incident={incident} groups={groups} />
      </Fact>
      <Fact name="Who">
        <Who incident={incident} groups={groups} />
      </Fact>
      <Fact name="Casualties">
        <Casualties incident={incident} groups={groups} />
      </Fact>
      {incident.campaigns.length > 0 && (
        <Fact name="Campaign">
          {incident.campaigns.map((campaign) => (
            <Link key={campaign.slug} href={paths.campaign(campaign.slug)} prefetch={false} dir="auto">
              {campaign.name}
            </Link>
          ))}
        </Fact>
      )}
    </Facts>
  );
}

const groupOf = (groups: readonly ClaimGroup[], field: ClaimField) =>
  groups.find((group) => group.field === field);

function When({ incident, groups }: Props) {
  const { local, zone, utc, precision } = whenWords(incident);
  return (
    <>
      <SourcedValue claims={groupOf(groups, "occurred")}>
        <time dateTime={incident.earliest} className={styles.sentence}>
          {local}
        </time>
        {zone && `, ${zone}`}
      </SourcedValue>
      <p className={styles.soft}>
        {utc && (
          <>
            <span className={styles.phrase}>{utc}</span>,{" "}
          </>
        )}
        {precision} <span className={styles.edtf}>{incident.occurred}</span>
      </p>
      <UncertaintyBar earliest={incident.earliest} latest={incident.latest} timeZone={incident.timeZone} />
    </>
  );
}

function Where({ incident: { place }, groups }: Props) {
  if (!place) return <span className={styles.soft}>not known</span>;
  const country = place.country ? (getCountry(place.country)?.name ?? place.country) : null;
  const around = [place.admin1, country].filter((name) => name && !place.name.includes(name));
  return (
    <>
      <SourcedValue claims={groupOf(groups, "place")} plain>
        <Link href={paths.place(place.slug)} prefetch={false} className={styles.strong} dir="auto">
          {place.name}
        </Link>
        {around.length > 0 && `, ${around.join(", ")}`}
      </SourcedValue>
      <p className={styles.soft}>{placePrecisionLabels[place.precision]}</p>
    </>
  );
}

function What({ incident, groups }: Props) {
  const group = eventGroupOf(incident.eventType);
  return (
    <>
      <SourcedValue claims={groupOf(groups, "eventType")}>
        <EventMark group={group} size={13} /> {eventTypeLabel(incident.eventType)}
      </SourcedValue>
      <p className={styles.soft}>{eventGroupLabels[group]}</p>
      {incident.outcome === "unknown" ? (
        <p className={styles.soft}>Outcome not known</p>
      ) : (
        <SourcedValue claims={groupOf(groups, "outcome")}>{outcomeLabels[incident.outcome]}</SourcedValue>
      )}
    </>
  );
}

function Who({ incident, groups }: Props) {
  const parts = incident.participations.toSorted(
    (a, b) => participationRoles.indexOf(a.role) - participationRoles.indexOf(b.role),
  );
  if (parts.length === 0) return <span className={styles.soft}>nobody is named</span>;
  return (
    <ul className={styles.who}>
      {parts.map((part) => {
        const { before, after } = participationWords(part);
        const anchor = participationAnchor(part);
        return (
          <li key={anchor}>
            <SourcedValue claims={groups.find((group) => group.anchor === anchor)} plain>
              <span className={classNames(styles.soft, styles.sentence)}>{before}</span>{" "}
              <Link className={styles.strong} href={paths.actor(part.actor.slug)} prefetch={false} dir="auto">
                {part.actor.name}
              </Link>
              {after && <span className={styles.soft}>{after}</span>}
            </SourcedValue>
          </li>
        );
      })}
    </ul>
  );
}

function Casualties({ incident, groups }: Props) {
  return (
    <>
      {(["killed", "injured"] as const).map((field) => {
        const words = `${field === "killed" ? "Killed" : "Injured"}: ${countWords(incident[field])}`;
        return incident[field] === null ? (
          <p key={field} className={styles.soft}>
            {words}
          </p>
        ) : (
          <SourcedValue key={field} claims={groupOf(groups, field)}>
            {words}
          </SourcedValue>
        );
      })}
    </>
  );
}
