import Link from "next/link";
import type { ReactNode } from "react";
import { ArticleLine } from "@/components/articles/article-line";
import { LocatorFigure } from "@/components/map/locator-figure";
import { ButtonLink } from "@/components/ui/button-link";
import { EventMark } from "@/components/ui/event-mark";
import { Columns, ReadingHeader, ReadingPage, ReadingSection } from "@/components/ui/reading";
import { ShareLink } from "@/components/ui/share-link";
import type { ClaimView } from "@/lib/claims/schema";
import { dayWordsOf } from "@/lib/dates/day-words";
import { type ClaimGroup, groupClaims } from "@/lib/incidents/claim-groups";
import type { IncidentRecord, IncidentView, RevisionSummary } from "@/lib/incidents/schema";
import type { IncidentChain } from "@/lib/incidents/summary";
import { paths } from "@/lib/paths";
import { eventGroupOf, eventTypeLabel } from "@/lib/taxonomy/event-types";
import { placePrecisionLabels } from "@/lib/taxonomy/labels";
import { describeReliability } from "@/lib/taxonomy/words";
import { CitationBox } from "./citation-box";
import styles from "./incident-permalink.module.css";
import { RecordClaims } from "./record-claims";
import { RecordFacts } from "./record-facts";
import { RecordLinks } from "./record-links";
import { UnsourcedNote } from "./unsourced-note";
import { VersionList } from "./version-list";

/** An incident at one version as a page of record. */
export function IncidentPermalink({
  record,
  revisions,
  chain,
  banner,
  mayEdit,
}: {
  record: IncidentRecord;
  revisions: readonly RevisionSummary[];
  chain: IncidentChain | null;
  /** Says that this is not the version that holds now. */
  banner: ReactNode;
  mayEdit: boolean;
}) {
  const { incident, claims } = record;
  const groups = groupClaims(record);
  return (
    <ReadingPage>
      {banner && <div className={styles.banner}>{banner}</div>}
      <Columns
        main={
          <Opening incident={incident} groups={groups} mayEdit={mayEdit}>
            <UnsourcedNote record={record} />
          </Opening>
        }
        side={<Beside incident={incident} claims={claims} />}
      />
      <Columns
        main={
          <>
            <RecordLinks publicId={incident.publicId} links={incident.links} chain={chain} />
            <RecordClaims groups={groups} claims={claims} timeZone={incident.timeZone} />
          </>
        }
        side={
          <>
            <ReadingSection id="versions" title="Versions" compact>
              <VersionList publicId={incident.publicId} revisions={revisions} shown={incident.version} />
            </ReadingSection>
            <ReadingSection id="cite" title="Cite this version" compact>
              <CitationBox incident={incident} />
            </ReadingSection>
          </>
        }
      />
    </ReadingPage>
  );
}

type OpeningProps = {
  incident: IncidentView;
  groups: readonly ClaimGroup[];
  mayEdit: boolean;
  children: ReactNode;
};

function Opening({ incident, groups, mayEdit, children }: OpeningProps) {
  return (
    <>
      <ReadingHeader
        kind={
          <>
            <EventMark group={eventGroupOf(incident.eventType)} size={13} />
            {eventTypeLabel(incident.eventType)}
            <span className={styles.id}>Incident {incident.publicId}</span>
          </>
        }
        title={incident.title}
        lead={incident.summary}
      >
        <p className={styles.version}>
          <a href="#versions">Version {incident.version}</a>
          {incident.publishedAt && `, published ${dayWordsOf(incident.publishedAt)}`}, last changed{" "}
          {dayWordsOf(incident.updatedAt)}
        </p>
        <Actions incident={incident} mayEdit={mayEdit} />
      </ReadingHeader>
      <RecordFacts incident={incident} groups={groups} />
      {children}
    </>
  );
}

function Actions({ incident, mayEdit }: { incident: IncidentView; mayEdit: boolean }) {
  const timeline = paths.home(new URLSearchParams({ selected: incident.publicId }).toString());
  return (
    <div className={styles.actions} data-print="hide">
      <ShareLink url={incident.url} title={incident.title} />
      <ButtonLink size="small" href={timeline} prefetch={false}>
        Show on the timeline
      </ButtonLink>
      <ButtonLink size="small" href="#cite">
        Cite
      </ButtonLink>
      <a className={styles.download} href={paths.api.incident(incident.publicId)} download>
        Download JSON
      </a>
      {mayEdit && (
        <Link className={styles.download} href={paths.editIncident(incident.publicId)} prefetch={false}>
          Edit
        </Link>
      )}
    </div>
  );
}

function Beside({ incident, claims }: { incident: IncidentView; claims: readonly ClaimView[] }) {
  const { place, sources } = incident;
  const gradeOf = (articleId: string) =>
    describeReliability(claims.find((claim) => claim.article.articleId === articleId)?.reliability ?? null);
  return (
    <>
      {place && <LocatorFigure {...place} words={placePrecisionLabels[place.precision]} />}
      <ReadingSection id="sources" title="Sources" compact>
        {sources.length === 0 && <p className={styles.soft}>No article backs this incident yet.</p>}
        <ol className={styles.sources}>
          {sources.map((source) => (
            <li key={source.articleId}>
              <ArticleLine source={source} />
              <SourceGrade grade={gradeOf(source.articleId)} url={source.url} />
            </li>
          ))}
        </ol>
      </ReadingSection>
    </>
  );
}

function SourceGrade({ grade, url }: { grade: string | null; url: string | null }) {
  if (!grade && !url) return null;
  return (
    <p className={styles.soft}>
      {grade && `Reliability ${grade}`}
      {grade && url && ". "}
      {url && (
        <a href={url} rel="noopener nofollow">
          Original
        </a>
      )}
    </p>
  );
}
