import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { IncidentTable } from "@/components/editor/table/incident-table";
import styles from "@/components/editor/table/incident-table.module.css";
import { TableFilters, TableWords } from "@/components/editor/table/table-filters";
import { ActiveFilters } from "@/components/filters/active-filters";
import { FilterProblems } from "@/components/filters/filter-problems";
import { hrefWithFilter, type Narrowed } from "@/components/filters/page-query";
import { hasRole } from "@/lib/auth/principal";
import { listCampaigns } from "@/lib/campaigns/queries";
import { type IncidentFilter, withoutFilter } from "@/lib/incidents/filters";
import { countByStatus, listTableRows, type StatusCounts } from "@/lib/incidents/table-queries";
import { decodeTableState, encodeTableState, type TableState } from "@/lib/incidents/table-state";
import { numberWords } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import { listSavedSearches } from "@/lib/saved-searches/queries";
import { incidentStatuses } from "@/lib/taxonomy/terms";
import { statusLabels } from "@/lib/taxonomy/words";
import { getFacets } from "@/lib/timeline/facets";
import { requireViewer } from "../../editor-page";
import { tableActions } from "../desk-actions";

export const metadata: Metadata = { title: "Incidents" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function IncidentTablePage({ searchParams }: Props) {
  const params = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  );
  const { state, problems } = decodeTableState(params);
  const viewer = await requireViewer(paths.incidentTable(encodeTableState(state)));
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  const [first, counts, searches, campaigns] = await Promise.all([
    listTableRows(state.filter, { sort: state.sort }),
    countByStatus(state.filter),
    listSavedSearches(viewer.id),
    listCampaigns(),
  ]);
  const page: Narrowed = { filter: state.filter, table: state };
  return (
    <main id="content" className={styles.page}>
      <div className={styles.header}>
        <h1 className={styles.heading}>Incidents</h1>
        <Statuses page={page} counts={counts} />
      </div>
      <FilterProblems problems={problems} />
      <details className={styles.narrowing}>
        <summary>Filters</summary>
        <Suspense fallback={<p className={styles.note}>Counting…</p>}>
          <Filters page={page} />
        </Suspense>
      </details>
      <Suspense fallback={null}>
        <Active page={page} />
      </Suspense>
      <IncidentTable
        state={state}
        total={totalOf(state, counts)}
        first={first}
        searches={searches}
        campaigns={campaigns.map(({ slug, name }) => ({ slug, name }))}
        mayPublish={hasRole(viewer, "editor")}
        actions={tableActions}
        words={<TableWords page={page} />}
      />
    </main>
  );
}

const totalOf = ({ filter }: TableState, counts: StatusCounts): number =>
  incidentStatuses
    .filter((status) => filter.status.length === 0 || filter.status.includes(status))
    .reduce((sum, status) => sum + counts[status], 0);

/** The counts are over what the table shows: every status, unless some are wanted. */
const facetsOf = (filter: IncidentFilter) =>
  getFacets(
    { ...filter, status: filter.status.length > 0 ? filter.status : [...incidentStatuses] },
    { statuses: incidentStatuses },
  );

async function Filters({ page }: { page: Narrowed }) {
  return <TableFilters page={page} facets={await facetsOf(page.filter)} />;
}

async function Active({ page }: { page: Narrowed }) {
  const shown = { ...page, filter: withoutFilter(page.filter, "status") };
  const isFiltered = encodeTableState({ filter: shown.filter, sort: "-updated", columns: null }) !== "";
  return isFiltered ? <ActiveFilters page={page} facets={await facetsOf(page.filter)} /> : null;
}

/** All incidents, or those of one status, with what the other filters leave of each. */
function Statuses({ page, counts }: { page: Narrowed; counts: StatusCounts }) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const wanted = page.filter.status;
  const link = (label: string, count: number, filter: IncidentFilter, isHere: boolean) => (
    <Link
      key={label}
      className={styles.status}
      href={hrefWithFilter(page, filter)}
      aria-current={isHere ? "true" : undefined}
      prefetch={false}
      scroll={false}
    >
      {label} <span className={styles.statusCount}>{numberWords(count)}</span>
    </Link>
  );
  return (
    <nav className={styles.statuses} aria-label="Status">
      {link("All", all, withoutFilter(page.filter, "status"), wanted.length === 0)}
      {incidentStatuses
        .filter((status) => counts[status] > 0 || wanted.includes(status))
        .map((status) =>
          link(
            statusLabels[status],
            counts[status],
            { ...page.filter, status: [status] },
            wanted.length === 1 && wanted[0] === status,
          ),
        )}
    </nav>
  );
}
