import type { Metadata } from "next";
import Link from "next/link";
import { ActiveFilters } from "@/components/filters/active-filters";
import { AsOfNotice } from "@/components/filters/as-of-notice";
import { FilterButton, FilterColumn } from "@/components/filters/filter-column";
import { FilterProblems } from "@/components/filters/filter-problems";
import { hrefWithFilter, hrefWithState, type PageQuery } from "@/components/filters/page-query";
import { SearchedAlso } from "@/components/filters/searched-also";
import { IncidentList } from "@/components/incidents/incident-list";
import { ListOrder } from "@/components/incidents/list-order";
import { IncidentTable } from "@/components/incidents/table/table-loader";
import { IncidentMap } from "@/components/map/incident-map";
import { TimelineLoader } from "@/components/timeline/timeline-loader";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Reader } from "@/lib/db/client";
import { atTime, viewsAsOf } from "@/lib/incidents/as-of";
import { copiedFor } from "@/lib/incidents/as-of-copy";
import { isCursorOf } from "@/lib/incidents/cursor";
import {
  activeFilters,
  decodeFilter,
  emptyFilter,
  encodeFilter,
  type IncidentFilter,
  toggleFilter,
} from "@/lib/incidents/filters";
import { markedTerms } from "@/lib/incidents/highlight";
import { listRowOf, tableLineOf } from "@/lib/incidents/list-row";
import { listMapPoints, type MapPoint } from "@/lib/incidents/map-points";
import { listIncidents } from "@/lib/incidents/queries";
import { incidentSorts } from "@/lib/incidents/sorts";
import { readCorrections } from "@/lib/incidents/text-search";
import { numberWords } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import { getFacets } from "@/lib/timeline/facets";
import { decodeViewState, type TimelineView, timelineViews, type ViewState } from "@/lib/timeline/view-state";
import { getTimelineWindow } from "@/lib/timeline/window";
import styles from "./page.module.css";

export const metadata: Metadata = { title: { absolute: "Sightline: timeline of security incidents" } };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const viewLabels: Record<TimelineView, string> = { timeline: "Timeline", list: "List", map: "Map" };

export default async function TimelinePage({ searchParams }: { searchParams: SearchParams }) {
  const { page, problems } = readQuery(toParams(await searchParams));
  const { filter, state } = page;
  const asOf = state.asOf === null ? null : new Date(state.asOf);
  const views = asOf ? viewsAsOf : undefined;
  const [facets, list, drawing, corrections] = await atTime(
    asOf,
    (reader) =>
      Promise.all([
        getFacets(filter, {}, reader),
        listIncidents(filter, { sort: state.sort, cursor: state.cursor, limit: 50, views }, reader),
        readDrawing(filter, state, reader),
        readCorrections(filter.q, reader),
      ]),
    copiedFor(filter),
  );
  const activeCount = activeFilters(filter).length;
  const terms = markedTerms(
    filter.q,
    corrections.flatMap(({ meant }) => meant),
  );
  return (
    <div className={styles.frame}>
      <FilterColumn page={page} facets={facets} total={list.total} />
      <main className={styles.main} id="content">
        <FilterProblems problems={problems} />
        {state.asOf !== null && <AsOfNotice page={page} asOf={state.asOf} />}
        <div className={styles.head}>
          <FilterButton activeCount={activeCount} />
          <h1 className={styles.count}>
            {numberWords(list.total)} {list.total === 1 ? "incident" : "incidents"}
          </h1>
          <ActiveFilters page={page} facets={facets} />
          <Views page={page} />
        </div>
        <SearchedAlso page={page} corrections={corrections} />
        {list.total === 0 ? (
          <NothingFound page={page} isFiltered={activeCount > 0} />
        ) : (
          <Drawing page={page} drawing={drawing} terms={terms} />
        )}
        {list.total > 0 && (
          <section className={styles.list} aria-labelledby="list-heading" id="list">
            <div className={styles.listHead}>
              <h2 id="list-heading">List</h2>
              <ListOrder
                current={state.sort}
                hasWords={filter.q !== ""}
                href={(sort) => `${hrefWithState(page, { sort, cursor: null })}#list`}
              />
            </div>
            <List page={page} list={list} terms={terms} />
          </section>
        )}
      </main>
    </div>
  );
}

/** A table of all in the list's own view, else the first ones below what is drawn. */
function List({ page, list, terms }: { page: PageQuery; list: Listed; terms: string[] }) {
  const { view, sort, asOf } = page.state;
  const pages = <Pages page={page} nextCursor={list.nextCursor} />;
  if (view !== "list") {
    return (
      <>
        <IncidentList
          rows={list.data.map(listRowOf)}
          asOf={asOf}
          byMonth={sort === "-occurred" || sort === "occurred"}
          timelineHref={hrefWithState(page, { selected: null, view: "timeline" })}
          terms={terms}
        />
        {pages}
      </>
    );
  }
  const query = new URLSearchParams(encodeFilter(page.filter));
  query.set("sort", sort);
  if (asOf !== null) query.set("asOf", asOf);
  const sortHrefs = Object.fromEntries(
    incidentSorts.map((one) => [one, hrefWithState(page, { sort: one, cursor: null })]),
  );
  return (
    <>
      <IncidentTable
        key={`${query} ${page.state.cursor}`}
        lines={list.data.map(tableLineOf)}
        query={query.toString()}
        {...{ total: list.total, nextCursor: list.nextCursor, sort, sortHrefs, asOf, terms }}
      />
      <noscript>{pages}</noscript>
    </>
  );
}

type Listed = Awaited<ReturnType<typeof listIncidents>>;

type Drawn =
  | { view: "timeline"; filterQuery: string; initial: Awaited<ReturnType<typeof getTimelineWindow>> }
  | { view: "map"; points: MapPoint[] }
  | { view: "list" };

async function readDrawing(filter: IncidentFilter, state: ViewState, reader: Reader): Promise<Drawn> {
  if (state.view === "list") return { view: "list" };
  if (state.view === "map") return { view: "map", points: await listMapPoints(filter, reader) };
  const { start, end, group, asOf } = state;
  const initial = await getTimelineWindow(filter, { start, end, group, width: 1200 }, reader);
  const query = encodeFilter(filter);
  if (asOf !== null) query.set("asOf", asOf);
  return { view: "timeline", filterQuery: query.toString(), initial };
}

function Drawing({ page, drawing, terms }: { page: PageQuery; drawing: Drawn; terms: string[] }) {
  if (drawing.view === "list") return null;
  if (drawing.view === "timeline") {
    return <TimelineLoader filterQuery={drawing.filterQuery} initial={drawing.initial} terms={terms} />;
  }
  const marks = drawing.points.map(({ name, slug, only, ...point }) => ({
    ...point,
    label: name ?? only?.title ?? "Coordinates without a name",
    href: only
      ? page.state.asOf === null
        ? paths.incident(only.publicId, only.title)
        : paths.incidentAsOf(only.publicId, page.state.asOf)
      : slug
        ? hrefWithFilter({ ...page, state: { ...page.state, view: "list" } }, withPlace(page.filter, slug))
        : hrefWithState(page, { view: "list" }),
  }));
  return (
    <IncidentMap
      marks={marks}
      areaHref={(bounds) => hrefWithFilter(page, { ...page.filter, bbox: [bounds] })}
    />
  );
}

const withPlace = (filter: IncidentFilter, slug: string): IncidentFilter =>
  filter.place.includes(slug) ? filter : toggleFilter(filter, "place", slug);

function Views({ page }: { page: PageQuery }) {
  return (
    <nav className={styles.views} aria-label="View" data-print="hide">
      {timelineViews.map((view) => (
        <Link
          key={view}
          href={hrefWithState(page, { view })}
          aria-current={view === page.state.view ? "page" : undefined}
          prefetch={false}
          scroll={false}
        >
          {viewLabels[view]}
        </Link>
      ))}
    </nav>
  );
}

function NothingFound({ page, isFiltered }: { page: PageQuery; isFiltered: boolean }) {
  if (!isFiltered) {
    return (
      <EmptyState
        title={page.state.asOf === null ? "No incident has been published yet" : "Nothing was public by then"}
      >
        <p>Editors import an article, correct what it reports, and publish it. It will stand here then.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No incident matches all of these filters">
      <p>Take one of them away above, widen the period, or look at everything.</p>
      <ButtonLink href={hrefWithFilter(page, emptyFilter)} scroll={false}>
        Clear all filters
      </ButtonLink>
    </EmptyState>
  );
}

function Pages({ page, nextCursor }: { page: PageQuery; nextCursor: string | null }) {
  if (nextCursor === null && page.state.cursor === null) return null;
  return (
    <nav className={styles.pages} aria-label="Pages of the list" data-print="hide">
      {page.state.cursor !== null && (
        <ButtonLink href={`${hrefWithState(page, { cursor: null })}#list`} prefetch={false}>
          First page
        </ButtonLink>
      )}
      {nextCursor !== null && (
        <ButtonLink href={`${hrefWithState(page, { cursor: nextCursor })}#list`} prefetch={false} rel="next">
          Next page
        </ButtonLink>
      )}
    </nav>
  );
}

function toParams(values: Awaited<SearchParams>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value ?? ""]).map((one): [string, string] => [name, one]),
    ),
  );
}

function readQuery(params: URLSearchParams) {
  const read = decodeFilter(params);
  const view = decodeViewState(params);
  const problems = [...read.problems, ...view.problems];
  if (read.filter.status.length > 0) {
    const message = "The timeline shows published incidents only; drafts stand on the editor's desk";
    problems.push({ name: "status", value: read.filter.status.join(", "), message });
  }
  const { cursor, sort } = view.state;
  const isCursor = cursor === null || isCursorOf(sort, cursor);
  if (!isCursor) {
    const message = "This page of the list does not exist in this order; here is the first one";
    problems.push({ name: "cursor", value: cursor, message });
  }
  const page: PageQuery = {
    filter: { ...read.filter, status: [] },
    state: { ...view.state, cursor: isCursor ? cursor : null },
  };
  return { page, problems };
}
