import { classNames } from "@/components/ui/class-names";
import { filterParameters } from "@/lib/incidents/filters";
import { numberWords } from "@/lib/incidents/words";
import { outcomeLabels, roleLabels } from "@/lib/taxonomy/labels";
import type { Outcome, ParticipationRole } from "@/lib/taxonomy/terms";
import type { Facets } from "@/lib/timeline/schema";
import { Facet, FacetLink, type FacetOption } from "./facet";
import facetStyles from "./facet.module.css";
import styles from "./filter-column.module.css";
import { FilterForm } from "./filter-form";
import { keptParameters, type PageQuery } from "./page-query";
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

/** Everything that narrows the timeline, with counts. A drawer on narrow screens. */
export function FilterColumn({ page, facets, total }: { page: PageQuery; facets: Facets; total: number }) {
  const { filter } = page;
  const labelled = (values: FacetOption[], labels: Record<string, string>) =>
    values.map((option) => ({ ...option, label: labels[option.value] ?? option.label }));
  return (
    <aside className={styles.column} id={columnId} popover="auto" aria-label="Filters" data-print="hide">
      <WordsForm page={page} />
      <PeriodForm page={page} />
      <TypeFacet page={page} values={facets.type} />
      <Facet
        page={page}
        name="country"
        label="Country"
        options={facets.country}
        active={filter.country}
        open
      />
      <Facet page={page} name="actor" label="Actor" options={facets.actor} active={filter.actor} open />
      <Facet
        page={page}
        name="role"
        label="Role of the actor"
        options={labelled(facets.role, roleLabels satisfies Record<ParticipationRole, string>)}
        active={filter.role}
      />
      <Facet page={page} name="place" label="Place" options={facets.place} active={filter.place} />
      <Facet
        page={page}
        name="outcome"
        label="Outcome"
        options={labelled(facets.outcome, outcomeLabels satisfies Record<Outcome, string>)}
        active={filter.outcome}
      />
      <KilledForm page={page} />
      <Facet
        page={page}
        name="campaign"
        label="Campaign"
        options={facets.campaign}
        active={filter.campaign}
      />
      <Facet
        page={page}
        name="publisher"
        label="Publisher"
        options={facets.publisher}
        active={filter.publisher}
      />
      <Facet
        page={page}
        name="precision"
        label="Date known to"
        options={facets.precision}
        active={filter.precision}
      />
      <Facet
        page={page}
        name="linked"
        label="Links"
        options={facets.linked}
        active={filter.linked ? ["true"] : []}
      />
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
      <label className={styles.field}>
        Words
        <input type="search" name="q" defaultValue={page.filter.q} placeholder="rocket, embassy, convoy" />
      </label>
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
          page={page}
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
