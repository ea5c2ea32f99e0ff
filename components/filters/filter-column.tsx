import { SearchBox } from "@/components/search/search-box";
import { classNames } from "@/components/ui/class-names";
import { encodeFilter, filterParameters } from "@/lib/incidents/filters";
import { numberWords } from "@/lib/incidents/words";
import { outcomeLabels, roleLabels } from "@/lib/taxonomy/labels";
import type { Outcome, ParticipationRole } from "@/lib/taxonomy/terms";
import type { FacetName } from "@/lib/timeline/facet-names";
import type { Facets } from "@/lib/timeline/schema";
import { Facet } from "./facet";
import facetStyles from "./facet.module.css";
import { FacetLink, type FacetOption } from "./facet-options";
import styles from "./filter-column.module.css";
import { FilterForm } from "./filter-form";
import { hrefWithFilter, hrefWithState, keptParameters, type PageQuery } from "./page-query";
import { TypeFacet } from "./type-facet";

const columnId = "filters";

/** Opens the filters where the screen is too narrow to show them always; works without a script. */
export function FilterButton({ activeCount }: { activeCount: number }) {
  return (
    <button className={styles.open} type="button" popoverTarget={columnId} data-print="hide">
      {activeCount === 0 ? "Filters" : `Filters (${activeCount} active)`}
    </button>
  );
}

const outcomes: Record<Outcome, string> = outcomeLabels;
const roles: Record<ParticipationRole, string> = roleLabels;

const labelled = (values: FacetOption[], labels: Record<string, string>): FacetOption[] =>
  values.map((option) => ({ ...option, label: labels[option.value] ?? option.label }));

/** Everything that narrows the timeline, with counts. A drawer on narrow screens. */
export function FilterColumn({ page, facets, total }: { page: PageQuery; facets: Facets; total: number }) {
  const active = encodeFilter(page.filter);
  const facet = (name: FacetName) => ({
    page,
    name,
    active: active.getAll(name),
    moreHref: page.state.more === name ? null : hrefWithState(page, { more: name }),
  });
  return (
    <aside className={styles.column} id={columnId} popover="auto" aria-label="Filters" data-print="hide">
      <WordsForm page={page} />
      <PeriodForm page={page} />
      <TypeFacet page={page} values={facets.type} />
      <Facet {...facet("country")} label="Country" options={facets.country} open />
      <Facet {...facet("actor")} label="Actor" options={facets.actor} open />
      <Facet {...facet("role")} label="Role of the actor" options={labelled(facets.role, roles)} />
      <Facet {...facet("place")} label="Place" options={facets.place} />
      <Facet {...facet("outcome")} label="Outcome" options={labelled(facets.outcome, outcomes)} />
      <KilledForm page={page} />
      <Facet {...facet("campaign")} label="Campaign" options={facets.campaign} />
      <Facet {...facet("publisher")} label="Publisher" options={facets.publisher} />
      <Facet {...facet("precision")} label="Date known to" options={facets.precision} />
      <Facet {...facet("linked")} label="Links" options={facets.linked} />
      <AsOfForm page={page} />
      <button className={styles.done} type="button" popoverTarget={columnId} popoverTargetAction="hide">
        {total === 1 ? "Show 1 incident" : `Show ${numberWords(total)} incidents`}
      </button>
    </aside>
  );
}

function Kept({ page, asked }: { page: PageQuery; asked: Parameters<typeof keptParameters>[1] }) {
  return keptParameters(page, asked).map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}

function WordsForm({ page }: { page: PageQuery }) {
  return (
    <FilterForm className={styles.form} key={page.filter.q}>
      <Kept page={page} asked={["q"]} />
      <div className={styles.field}>
        <label htmlFor="filter-words">Words</label>
        <SearchBox
          id="filter-words"
          defaultValue={page.filter.q}
          kept={new URLSearchParams(keptParameters(page, ["q"])).toString()}
          placeholder="rocket, embassy, convoy"
        />
      </div>
    </FilterForm>
  );
}

function PeriodForm({ page }: { page: PageQuery }) {
  const { from, to, time } = page.filter;
  return (
    <FilterForm className={styles.form} key={`${from} ${to}`}>
      <Kept page={page} asked={["from", "to"]} />
      <div className={styles.pair}>
        <label className={styles.field}>
          {filterParameters.from.label}
          <input name="from" defaultValue={from ?? ""} placeholder="2020-01" autoComplete="off" />
        </label>
        <label className={styles.field}>
          {filterParameters.to.label}
          <input name="to" defaultValue={to ?? ""} placeholder="2021-07-06" autoComplete="off" />
        </label>
        <button className={styles.apply} type="submit">
          Apply
        </button>
      </div>
      {(from !== null || to !== null) && (
        <FacetLink
          href={hrefWithFilter(page, page.filter)}
          name="time"
          option={{ value: "definite", label: "Only when certainly in this period" }}
          isActive={time === "definite"}
        />
      )}
    </FilterForm>
  );
}

/** The record of another day: of no use for most readers, so it stands last. */
function AsOfForm({ page }: { page: PageQuery }) {
  const { asOf } = page.state;
  return (
    <FilterForm className={classNames(styles.form, facetStyles.facet, styles.killed)} key={`as of ${asOf}`}>
      <Kept page={{ ...page, state: { ...page.state, asOf: null } }} asked={[]} />
      <div className={styles.pair}>
        <label className={styles.field}>
          Known as of
          <input
            name="asOf"
            defaultValue={asOf?.slice(0, 10) ?? ""}
            placeholder="2021-07-06"
            autoComplete="off"
          />
        </label>
        <button className={styles.apply} type="submit">
          Apply
        </button>
      </div>
    </FilterForm>
  );
}

function KilledForm({ page }: { page: PageQuery }) {
  return (
    <FilterForm
      className={classNames(styles.form, facetStyles.facet, styles.killed)}
      key={String(page.filter.killedMin)}
    >
      <Kept page={page} asked={["killedMin"]} />
      <div className={styles.pair}>
        <label className={styles.field}>
          Killed, at least
          <input
            name="killedMin"
            inputMode="numeric"
            pattern="[0-9]{1,8}"
            defaultValue={page.filter.killedMin ?? ""}
            autoComplete="off"
          />
        </label>
        <button className={styles.apply} type="submit">
          Apply
        </button>
      </div>
    </FilterForm>
  );
}
