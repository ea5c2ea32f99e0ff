import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { IncidentSection } from "@/components/incidents/incident-section";
import { CountList } from "@/components/ui/count-list";
import { Fact, Facts } from "@/components/ui/facts";
import { NameLinks } from "@/components/ui/name-links";
import { Columns, ReadingHeader, ReadingPage, ReadingSection } from "@/components/ui/reading";
import { type ActorView, getActor } from "@/lib/actors/queries";
import { baseUrl } from "@/lib/env";
import { getCountry } from "@/lib/geo/countries";
import { emptyFilter, encodeFilter } from "@/lib/incidents/filters";
import { listIncidents } from "@/lib/incidents/queries";
import { paths } from "@/lib/paths";
import { roleLabels } from "@/lib/taxonomy/labels";
import { actorKindLabels } from "@/lib/taxonomy/words";
import { EditableKind } from "../../editable-kind";

type Params = Promise<{ slug: string }>;

const loadActor = cache((slug: string) => getActor(slug));

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const actor = await loadActor((await params).slug);
  if (!actor) return { robots: { index: false } };
  return {
    title: actor.name,
    description: actor.description || `Security incidents that ${actor.name} took part in.`,
    alternates: { canonical: baseUrl() + paths.actor(actor.slug) },
  };
}

export default async function ActorPage({ params }: { params: Params }) {
  const actor = await loadActor((await params).slug);
  if (!actor) notFound();
  const filter = { ...emptyFilter, actor: [actor.slug] };
  const list = await listIncidents(filter, { limit: 50 });
  const byRole = actor.incidents.byRole.map(({ role, count }) => ({
    label: roleLabels[role],
    count,
    href: paths.home(encodeFilter({ ...filter, role: [role] }).toString()),
  }));
  return (
    <ReadingPage>
      <Columns
        main={
          <>
            <ReadingHeader
              kind={<EditableKind words={actorKindLabels[actor.kind]} kind="actors" slug={actor.slug} />}
              title={actor.name}
              lead={actor.description}
            />
            <ActorFacts actor={actor} />
          </>
        }
        side={
          byRole.length > 0 && (
            <ReadingSection id="roles" title="By role" compact>
              <CountList items={byRole} />
            </ReadingSection>
          )
        }
      />
      <Columns
        main={
          <IncidentSection
            incidents={list.data}
            total={list.total}
            query={encodeFilter(filter).toString()}
            nothing={`No published incident names ${actor.name}.`}
          />
        }
      />
    </ReadingPage>
  );
}

function ActorFacts({ actor }: { actor: ActorView }) {
  const country = actor.country ? (getCountry(actor.country)?.name ?? actor.country) : null;
  const byCountry = encodeFilter({ ...emptyFilter, country: actor.country ? [actor.country] : [] });
  return (
    <Facts>
      {actor.aliases.length > 0 && (
        <Fact name="Also known as">
          <span dir="auto">{actor.aliases.join(", ")}</span>
        </Fact>
      )}
      {actor.parent && (
        <Fact name="Part of">
          <NameLinks items={[{ name: actor.parent.name, href: paths.actor(actor.parent.slug) }]} />
        </Fact>
      )}
      {actor.children.length > 0 && (
        <Fact name="Includes">
          <NameLinks
            items={actor.children.map((child) => ({ name: child.name, href: paths.actor(child.slug) }))}
          />
        </Fact>
      )}
      {country && (
        <Fact name="Country">
          <Link href={paths.home(byCountry.toString())} prefetch={false}>
            {country}
          </Link>
        </Fact>
      )}
      {actor.wikidata && (
        <Fact name="Elsewhere">
          <a href={`https://www.wikidata.org/wiki/${actor.wikidata}`} rel="noopener">
            Wikidata {actor.wikidata}
          </a>
        </Fact>
      )}
    </Facts>
  );
}
