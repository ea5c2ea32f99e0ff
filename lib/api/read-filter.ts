import "server-only";
import { hasRole, type Principal } from "@/lib/auth/principal";
import { AppError, type FieldError } from "@/lib/errors";
import { decodeFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { type IncidentStatus, incidentStatuses } from "@/lib/taxonomy/terms";
import { readAsOf } from "@/lib/timeline/view-state";

/** The statuses that somebody may filter by; undefined means that only published incidents exist for them. */
const readableStatuses = (principal: Principal | null): readonly IncidentStatus[] | undefined =>
  principal && hasRole(principal, "contributor") ? incidentStatuses : undefined;

/** The filter of a request, and the instant of `asOf` (null: now); throws invalid-input naming each parameter that cannot be used. */
export function readFilter(
  params: URLSearchParams,
  principal: Principal | null,
): { filter: IncidentFilter; statuses: readonly IncidentStatus[] | undefined; asOf: Date | null } {
  const { filter, problems } = decodeFilter(params);
  const statuses = filter.status.length > 0 ? readableStatuses(principal) : undefined;
  const errors: FieldError[] = problems.map(({ name, message }) => ({ path: name, message }));
  if (filter.status.length > 0 && !statuses) {
    errors.push({ path: "status", message: "Sign in as a contributor to filter by status." });
  }
  const asOf = readInstantOf(params, errors);
  if (asOf && statuses) {
    errors.push({ path: "asOf", message: "Only the public record is kept as it stood: leave status out." });
  }
  refuseAny(errors);
  return { filter, statuses, asOf };
}

/** The instant of `asOf` alone; null for now. Throws invalid-input when it cannot be used. */
export function readAsOfParameter(request: Request): Date | null {
  const errors: FieldError[] = [];
  const asOf = readInstantOf(new URL(request.url).searchParams, errors);
  refuseAny(errors);
  return asOf;
}

function refuseAny(errors: FieldError[]): void {
  if (errors.length > 0) {
    throw new AppError("invalid-input", {
      message: errors.map(({ path, message }) => `${path}: ${message}`).join(" "),
      errors,
    });
  }
}

/** The instant of asOf, the last where it is repeated. Adds to errors what cannot be used. */
function readInstantOf(params: URLSearchParams, errors: FieldError[]): Date | null {
  const text = params.getAll("asOf").at(-1);
  if (!text) {
    return null;
  }
  const read = readAsOf(text);
  if (read.ok) {
    return new Date(read.value);
  }
  errors.push({ path: "asOf", message: read.message });
  return null;
}
