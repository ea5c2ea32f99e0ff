import "server-only";
import { explainError } from "./route";

/** What a plain form, which works without a script, says about a failure: the sentences of its fields. */
export function formProblem(error: unknown): string {
  const { message, details } = explainError(error);
  const sentences = (details.errors ?? []).map((field) => field.message.replace(/\.?$/, "."));
  return sentences.length > 0 ? sentences.join(" ") : message;
}
