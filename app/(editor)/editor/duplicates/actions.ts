"use server";

import { action } from "@/lib/api/action";
import { markDistinct, unmarkDistinct } from "@/lib/incidents/duplicate-commands";
import { mergeIncidents } from "@/lib/incidents/merge-commands";
import { mergeInputSchema, pairInputSchema, unmergeInputSchema } from "@/lib/incidents/merge-schema";
import { unmergeIncidents } from "@/lib/incidents/unmerge-commands";
import { compareSoon } from "./compare-soon";

export const mergeIncidentsAction = action(mergeInputSchema, async (principal, input) => {
  const merged = await mergeIncidents(principal, input);
  compareSoon();
  return merged;
});

export const unmergeIncidentsAction = action(unmergeInputSchema, async (principal, input) => {
  const { kept } = await unmergeIncidents(principal, input);
  compareSoon();
  return { kept };
});

export const markDistinctAction = action(pairInputSchema, markDistinct);

export const unmarkDistinctAction = action(pairInputSchema, unmarkDistinct);
