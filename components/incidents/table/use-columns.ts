"use client";

import { useMemo } from "react";
import { keptChoice, useKeptChoice } from "@/components/ui/kept-choice";
import { type ColumnName, readColumns } from "./columns";

const kept = keptChoice("sightline.list.columns");
const choose = (names: readonly ColumnName[]): void => kept.choose(names.join());

/** The columns of the list that this browser wants, and a way to choose others. */
export function useColumns(): [readonly ColumnName[], (names: readonly ColumnName[]) => void] {
  const chosen = useKeptChoice(kept);
  return [useMemo(() => readColumns(chosen), [chosen]), choose];
}
