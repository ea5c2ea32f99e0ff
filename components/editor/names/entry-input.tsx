"use client";

import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { listTimeZones } from "@/lib/dates/zones";
import { countryNames } from "@/lib/geo/countries";
import type { EntryField } from "@/lib/names/entry-fields";
import type { EntryValues } from "@/lib/names/entry-form";
import type { EntryKind } from "@/lib/names/entry-kinds";
import { NameField } from "../form/name-field";
import { searchActorOptions, searchPlaceOptions } from "../form/name-options";

type Props = {
  id: string;
  kind: EntryKind;
  field: EntryField;
  values: EntryValues;
  error: string | undefined;
  onEdit: (change: EntryValues) => void;
};

/** One field of an entry's form, in the shape that its kind of value has. */
export function EntryInput({ id, kind, field, values, error, onEdit }: Props) {
  const { name, label, as, hint, placeholder } = field;
  const value = values[name] ?? "";
  const countries = useCountries(as === "country");
  const shared = { id, label, error, description: hint, placeholder, autoComplete: "off" };
  if (as === "choice") {
    return (
      <NativeSelect
        {...shared}
        value={value}
        data={[...(field.choices ?? [])]}
        onChange={(event) => onEdit({ [name]: event.currentTarget.value })}
      />
    );
  }
  if (as === "text" || as === "list") {
    const lines = value.split("\n").length;
    return (
      <Textarea
        {...shared}
        dir="auto"
        value={value}
        rows={as === "list" ? Math.min(12, Math.max(3, lines + 1)) : 5}
        onChange={(event) => onEdit({ [name]: event.currentTarget.value })}
      />
    );
  }
  if (as === "parent") {
    return (
      <NameField
        {...shared}
        value={values.parentName ?? ""}
        onType={(typed) => onEdit({ parentName: typed, parent: "" })}
        onChoose={(option) => onEdit({ parent: option.key, parentName: option.name })}
        search={kind === "actors" ? searchActorOptions : searchPlaceOptions}
      />
    );
  }
  const list = as === "country" || as === "zone" ? `${id}-list` : undefined;
  return (
    <>
      <TextInput
        {...shared}
        dir={as === "name" ? "auto" : undefined}
        value={value}
        list={list}
        required={as === "name"}
        withAsterisk={false}
        inputMode={as === "number" ? "text" : undefined}
        description={as === "country" ? (countries.get(value.trim().toUpperCase()) ?? hint) : hint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        spellCheck={as === "name" ? undefined : false}
        onChange={(event) => onEdit({ [name]: event.currentTarget.value })}
      />
      {as === "zone" && list && <ZoneList id={list} />}
      {as === "country" && list && <CountryList id={list} countries={countries} />}
    </>
  );
}

function ZoneList({ id }: { id: string }) {
  const zones = useMemo(listTimeZones, []);
  return (
    <datalist id={id}>
      {zones.map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}

function CountryList({ id, countries }: { id: string; countries: Countries }) {
  return (
    <datalist id={id}>
      {[...countries].map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  );
}

type Countries = ReadonlyMap<string, string>;
const noCountries: Countries = new Map();

/** Names of countries by code, once the page runs: browsers and servers may call a country differently. */
function useCountries(isWanted: boolean): Countries {
  const [countries, setCountries] = useState(noCountries);
  useEffect(() => {
    if (!isWanted) return;
    const named = [...countryNames.values()].map(({ country }): [string, string] => [
      country.code,
      country.name,
    ]);
    setCountries(new Map([...new Map(named)].sort((a, b) => a[1].localeCompare(b[1]))));
  }, [isWanted]);
  return countries;
}
