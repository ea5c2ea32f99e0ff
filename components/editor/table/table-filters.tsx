import { Facet } from "@/components/filters/facet";
import columnStyles from "@/components/filters/filter-column.module.css";
import { FilterForm } from "@/components/filters/filter-form";
import { keptParameters, type Narrowed } from "@/components/filters/page-query";
import { TypeFacet } from "@/components/filters/type-facet";
import { type FilterName, filterParameters } from "@/lib/incidents/filters";
import { paths } from "@/lib/paths";
import { outcomeLabels, roleLabels } from "@/lib/taxonomy/labels";
import type { Facets } from "@/lib/timeline/schema";
import styles from "./table-filters.module.css";

/** Everything that narrows the table, with counts over incidents of any wanted status. */
export function TableFilters({ page, facets }: { page: Narrowed; facets: Facets }) {
  const { filter } = page;
  const labelled = (values: Facets["role"], labels: Record<string, string>) =>
    values.map((option) => ({ ...option, label: labels[option.value] ?? option.label }));
  const plain = (["country", "actor", "place", "campaign", "publisher", "precision"] as const).map((name) => (
    <Facet
      key={name}
      page={page}
      name={name}
      label={filterParameters[name].label}
      options={facets[name]}
      active={filter[name]}
    />
  ));
  return (
    <div className={styles.filters}>
      <div className={styles.forms}>
        <Fields page={page} names={["from", "to"]} placeholder="2021-07" />
        <Fields page={page} names={["killedMin"]} />
      </div>
      <div className={styles.facets}>
        <TypeFacet page={page} values={facets.type} />
        {plain}
        <Facet
          page={page}
          name="role"
          label="Role of the actor"
          options={labelled(facets.role, roleLabels)}
          active={filter.role}
        />
        <Facet
          page={page}
          name="outcome"
          label="Outcome"
          options={labelled(facets.outcome, outcomeLabels)}
          active={filter.outcome}
        />
        <Facet
          page={page}
          name="linked"
          label="Links"
          options={facets.linked}
          active={filter.linked ? ["true"] : []}
        />
      </div>
    </div>
  );
}

function Fields({
  page,
  names,
  placeholder,
}: {
  page: Narrowed;
  names: ("from" | "to" | "killedMin")[];
  placeholder?: string;
}) {
  return (
    <FilterForm
      path={paths.incidentTable()}
      className={styles.form}
      key={names.map((name) => String(page.filter[name])).join(" ")}
    >
      <Kept page={page} asked={names} />
      {names.map((name) => (
        <label key={name} className={columnStyles.field}>
          {name === "killedMin" ? "Killed, at least" : filterParameters[name].label}
          <input
            name={name}
            defaultValue={page.filter[name] ?? ""}
            placeholder={placeholder}
            inputMode={name === "killedMin" ? "numeric" : undefined}
            autoComplete="off"
          />
        </label>
      ))}
      <button className={columnStyles.apply} type="submit">
        Apply
      </button>
    </FilterForm>
  );
}

function Kept({ page, asked }: { page: Narrowed; asked: readonly FilterName[] }) {
  return keptParameters(page, asked).map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}

/** Words to look for; Enter searches. */
export function TableWords({ page }: { page: Narrowed }) {
  return (
    <FilterForm path={paths.incidentTable()} key={page.filter.q} className={styles.words} role="search">
      <Kept page={page} asked={["q"]} />
      <label className={columnStyles.field}>
        <span className={styles.label}>Words</span>
        <input
          type="search"
          name="q"
          defaultValue={page.filter.q}
          placeholder="Words in title, summary, names"
        />
      </label>
    </FilterForm>
  );
}
