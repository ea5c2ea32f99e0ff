import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { IncidentSection } from "@/components/incidents/incident-section";
import { LocatorFigure } from "@/components/map/locator-figure";
import { CountList } from "@/components/ui/count-list";
import { EventMark } from "@/components/ui/event-mark";
import { Fact, Facts } from "@/components/ui/facts";
import { NameLinks } from "@/components/ui/name-links";
import { Columns, ReadingHeader, ReadingPage, ReadingSection } from "@/components/ui/reading";
import { describeZone } from "@/lib/dates/words";
import { baseUrl } from "@/lib/env";
import { getCountry } from "@/lib/geo/countries";
import { emptyFilter, encodeFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { listIncidents } from "@/lib/incidents/queries";
import { paths } from "@/lib/paths";
import { getPlace, type PlaceView } from "@/lib/places/queries";
import { type EventType, eventGroupOf, eventTypes } from "@/lib/taxonomy/event-types";
import type { PlacePrecision } from "@/lib/taxonomy/terms";
import { placeKindLabels } from "@/lib/taxonomy/words";
import { getFacets } from "@/lib/timeline/facets";
import { EditableKind } from "../../editable-kind";

type Params = Promise<{ slug: string }>;

const loadPlace = cache((slug: string) => getPlace(slug));

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const place = await loadPlace((await params).slug);
  if (!place) return { robots: { index: false } };
  return {
    title: place.name,
    description: `Security incidents at ${place.name} and at places inside it.`,
    alternates: { canonical: baseUrl() + paths.place(place.slug) },
  };
}

/** How far the map looks around a place of this kind. */
function viewOf(kind: PlaceView["kind"]): PlacePrecision {
  if (kind === "country" || kind === "sea" || kind === "region") return "country";
  return kind === "province" ? "province" : "exact";
}

export default async function PlacePage({ params }: { params: Params }) {
  const place = await loadPlace((await params).slug);
  if (!place) notFound();
  const filter: IncidentFilter = { ...emptyFilter, place: [place.slug] };
  const [list, facets] = await Promise.all([listIncidents(filter, { limit: 50 }), getFacets(filter)]);
  const byType = facets.type
    .filter((value): value is typeof value & { value: EventType } => isEventType(value.value))
    .map(({ value, label, count }) => ({
      label,
      count,
      mark: <EventMark group={eventGroupOf(value)} size={11} />,
      href: paths.home(encodeFilter({ ...filter, type: [value] }).toString()),
    }));
  return (
    <ReadingPage>
      <Columns
        main={
          <>
            <ReadingHeader
              kind={<EditableKind words={placeKindLabels[place.kind]} kind="places" slug={place.slug} />}
              title={place.name}
            />
            <PlaceFacts place={place} />
          </>
        }
        side={
          <LocatorFigure
            name={place.name}
            latitude={place.latitude}
            longitude={place.longitude}
            precision={viewOf(place.kind)}
          />
        }
      />
      <Columns
        main={
          <IncidentSection
            incidents={list.data}
            total={list.total}
            query={encodeFilter(filter).toString()}
            nothing={`No published incident is placed at ${place.name}.`}
          />
        }
        side={
          byType.length > 0 && (
            <ReadingSection id="types" title="By event type" compact>
              <CountList items={byType} />
            </ReadingSection>
          )
        }
      />
    </ReadingPage>
  );
}

const isEventType = (value: string): value is EventType => eventTypes.some((type) => type === value);

function PlaceFacts({ place }: { place: PlaceView }) {
  const country = place.country ? (getCountry(place.country)?.name ?? place.country) : null;
  const within = [place.admin1, country].filter((name) => name && !place.name.includes(name));
  return (
    <Facts>
      {place.aliases.length > 0 && (
        <Fact name="Also spelt">
          <span dir="auto">{place.aliases.join(", ")}</span>
        </Fact>
      )}
      {within.length > 0 && <Fact name="Lies in">{within.join(", ")}</Fact>}
      {place.parent && (
        <Fact name="Part of">
          <NameLinks items={[{ name: place.parent.name, href: paths.place(place.parent.slug) }]} />
        </Fact>
      )}
      {place.children.length > 0 && (
        <Fact name="Includes">
          <NameLinks
            items={place.children.map((child) => ({ name: child.name, href: paths.place(child.slug) }))}
          />
        </Fact>
      )}
      {place.timeZone && <Fact name="Time zone">{describeZone(place.timeZone)}</Fact>}
      {place.geonamesId && (
        <Fact name="Elsewhere">
          <a href={`https://www.geonames.org/${place.geonamesId}`} rel="noopener">
            GeoNames {place.geonamesId}
          </a>
        </Fact>
      )}
    </Facts>
  );
}
