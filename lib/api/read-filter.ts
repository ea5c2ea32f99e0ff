import "server-only";
import { hasRole, type Principal } from "@/lib/auth/principal";
import { AppError, type FieldError } from "@/lib/errors";
import { decodeFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { type IncidentStatus, incidentStatuses } from "@/lib/taxonomy/terms";

/** The statuses that somebody may filter by; undefined means that only published incidents exist for them. */
const readableStatuses = (principal: Principal | null): readonly IncidentStatus[] | undefined =>
  principal && hasRole(principal, "contributor") ? incidentStatuses : undefined;

/** The filter of a request; throws invalid-input naming each parameter that cannot be used. */
export function readFilter(
  params: URLSearchParams,
  principal: Principal | null,
): { filter: IncidentFilter; statuses: readonly IncidentStatus[] | undefined } {
  const { filter, problems } = decodeFilter(params);
  const statuses = filter.status.length > 0 ? readableStatuses(principal) : undefined;
  const errors: FieldError[] = problems.map(({ name, message }) => ({ path: name, message }));
  if (filter.status.length > 0 && !statuses) {
    errors.push({ path: "status", message: "Sign in as a contributor to filter by status." });
  }
  if (errors.length > 0) {
    throw new AppError("invalid-input", {
      message: errors.map(({ path, message }) => `${path}: ${message}`).join(" "),
      errors,
    });
  }
  return { filter, statuses };
}
