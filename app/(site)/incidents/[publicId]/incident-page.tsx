import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { IncidentPermalink } from "@/components/incidents/incident-permalink";
import { NotPublicThen } from "@/components/incidents/not-public-then";
import { Tombstone } from "@/components/incidents/tombstone";
import { VersionBanner } from "@/components/incidents/version-banner";
import { hasRole } from "@/lib/auth/principal";
import { getViewer } from "@/lib/auth/session";
import { baseUrl } from "@/lib/env";
import { type IncidentAddress, readIncidentAddress } from "@/lib/incidents/address";
import { getIncidentAsOf } from "@/lib/incidents/as-of";
import { getChain } from "@/lib/incidents/chain";
import { incidentJsonLd } from "@/lib/incidents/json-ld";
import { getIncidentVersion, getPublicIncident, listRevisions } from "@/lib/incidents/permalink-queries";
import type { IncidentRecord, RevisionSummary } from "@/lib/incidents/schema";
import { whenWords } from "@/lib/incidents/when-words";
import { paths } from "@/lib/paths";
import { readAsOf } from "@/lib/timeline/view-state";

/** The segments of /incidents/{publicId} and /incidents/{publicId}/{slug}, as Next.js gives them. */
export type IncidentParams = Promise<{ publicId: string; slug?: string }>;

/** asOf: an instant or a date whose record is wanted. */
export type IncidentQuery = Promise<{ asOf?: string | string[] }>;

const loadPublic = cache((publicId: string) => getPublicIncident(publicId));
const loadVersion = cache((publicId: string, version: number) => getIncidentVersion(publicId, version));

/** Title, description and cards of the page; old versions stay out of search engines. */
export async function incidentMetadata(params: IncidentParams): Promise<Metadata> {
  const address = readIncidentAddress((await params).publicId);
  if (!address) return {};
  const record = await readRecord(address);
  if (!record) return { robots: { index: false } };
  const { incident } = record;
  const permalink = baseUrl() + paths.incident(incident.publicId, incident.title);
  const where = incident.place ? `, ${incident.place.name}` : "";
  const description = incident.summary || `${whenWords(incident).local}${where}.`;
  return {
    title: address.version === null ? incident.title : `${incident.title} (version ${address.version})`,
    description: description.slice(0, 300),
    alternates: {
      canonical: permalink,
      types: { "application/json": baseUrl() + paths.api.incident(incident.publicId) },
    },
    openGraph: {
      type: "article",
      siteName: "Sightline",
      title: incident.title,
      description: description.slice(0, 300),
      url: permalink,
      publishedTime: incident.publishedAt ?? undefined,
      modifiedTime: incident.updatedAt,
      images: [{ url: `${baseUrl()}/og.png`, width: 1200, height: 630, alt: "Sightline" }],
    },
    twitter: { card: "summary_large_image" },
    ...(address.version === null ? {} : { robots: { index: false } }),
  };
}

async function readRecord({ publicId, version }: IncidentAddress): Promise<IncidentRecord | null> {
  if (version !== null) return (await loadVersion(publicId, version))?.record ?? null;
  const found = await loadPublic(publicId);
  return found?.status === "published" ? found.record : null;
}

/** The permalink: the record, or the redirect, the tombstone or the 404 that the address stands for. */
export async function IncidentPage({
  params,
  searchParams,
}: {
  params: IncidentParams;
  searchParams: IncidentQuery;
}) {
  const { publicId: segment, slug } = await params;
  const address = readIncidentAddress(segment);
  if (!address) notFound();
  const asOf = readAsOf([(await searchParams).asOf ?? ""].flat().at(-1) ?? "");
  if (address.version === null && asOf.ok) return atTheTime(address.publicId, asOf.value);
  return address.version === null ? current(address, slug) : atVersion(address, address.version, slug);
}

/** The version that was public then has an address of its own. */
async function atTheTime(publicId: string, asOf: string): Promise<ReactNode> {
  const found = await getIncidentAsOf(publicId, new Date(asOf));
  if (found) redirect(paths.incidentVersion(publicId, found.revision.version));
  return (
    <NotPublicThen publicId={publicId} asOf={asOf} isPublicNow={(await loadPublic(publicId)) !== null} />
  );
}

async function current(
  { publicId, canonical }: IncidentAddress,
  slug: string | undefined,
): Promise<ReactNode> {
  const found = await loadPublic(publicId);
  if (!found) notFound();
  if (found.status === "merged") permanentRedirect(paths.incident(found.into));
  // proxy.ts answers these with status 410 before the page is asked; this is what the words look like.
  if (found.status === "retracted") return <Tombstone publicId={publicId} {...found} />;
  const { record, revisions } = found;
  const right = paths.incident(publicId, record.incident.title);
  if (!canonical) permanentRedirect(right);
  // A title may change back: a permanent redirect would then send browsers in a circle.
  if (slug !== undefined && right !== paths.incident(publicId) && !right.endsWith(`/${slug}`))
    redirect(right);
  const chain = record.incident.links.length > 0 ? await getChain(publicId, 2) : null;
  return <RecordPage record={record} revisions={revisions} chain={chain} banner={null} />;
}

async function atVersion(
  { publicId, canonical }: IncidentAddress,
  version: number,
  slug: string | undefined,
): Promise<ReactNode> {
  const found = await loadVersion(publicId, version);
  if (!found) notFound();
  if (!canonical || slug !== undefined) permanentRedirect(paths.incidentVersion(publicId, version));
  const revisions = await listRevisions(publicId);
  return (
    <RecordPage
      record={found.record}
      revisions={revisions}
      chain={null}
      banner={
        <VersionBanner version={version} publicId={publicId} revisions={revisions} current={found.current} />
      }
    />
  );
}

async function RecordPage(props: {
  record: IncidentRecord;
  revisions: RevisionSummary[];
  chain: Awaited<ReturnType<typeof getChain>>;
  banner: ReactNode;
}) {
  const [viewer, sent] = await Promise.all([getViewer(), headers()]);
  return (
    <>
      <script type="application/ld+json" nonce={sent.get("x-nonce") ?? undefined}>
        {incidentJsonLd(props.record.incident)}
      </script>
      <IncidentPermalink {...props} mayEdit={viewer !== null && hasRole(viewer, "contributor")} />
    </>
  );
}
