"use client";

import { createContext, useContext } from "react";
import type { SourceView } from "@/lib/claims/schema";
import type { ClaimTarget, FormErrors, IncidentForm } from "@/lib/incidents/form";
import type { ClaimField } from "@/lib/taxonomy/terms";
import type { EditorActions } from "../editor-actions";

/** What the fields of one incident's form know and can do. */
export type FormContextValue = {
  /** Begins the element ids of the form. */
  id: string;
  form: IncidentForm;
  errors: FormErrors;
  /** The form as it was before anything was typed; null for a new one. */
  start: IncidentForm | null;
  edit: (change: Partial<IncidentForm>) => void;
  /** Fields of a proposal that a language model filled, in an incident that the rules found. */
  fromModel?: readonly ClaimField[];
  referenceDay: string | null;
  actions: Pick<EditorActions, "createActor" | "createPlace">;
  campaigns: readonly { slug: string; name: string }[];
  /** Articles of the claims, by id. */
  sources: ReadonlyMap<string, SourceView>;
  /** The article that is open beside the form; null where none is. */
  articleId: string | null;
  /** The field whose words are shown, as the last one that was used. */
  target: ClaimTarget | null;
  setTarget: (target: ClaimTarget) => void;
  setHover: (target: ClaimTarget | null) => void;
  /** Makes the selected words the quote of a field; null while nothing is selected. */
  setQuote: ((target: ClaimTarget, how: "replace" | "add") => void) | null;
  /** Scrolls the article to a claim's words. */
  showClaim: ((claimKey: string) => void) | null;
};

const FormContext = createContext<FormContextValue | null>(null);

/** What is the same for the forms of all incidents on a page. */
export type SharedFormContext = Omit<FormContextValue, "id" | "form" | "errors" | "start" | "edit">;

export const FormProvider = FormContext.Provider;

export function useIncidentForm(): FormContextValue {
  const value = useContext(FormContext);
  if (!value) {
    throw new Error("Fields of an incident stand inside a FormProvider");
  }
  return value;
}

/** The element id of a part of a form, by the name that its errors have. */
export const partId = (formId: string, part: string): string => `${formId}/${part}`;
