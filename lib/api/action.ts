import "server-only";
import type { z } from "zod";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { getPrincipal } from "@/lib/auth/session";
import { problemOf } from "@/lib/errors";
import type { ActionResult } from "./action-result";
import { checkJsonInput } from "./json-input";
import { explainError } from "./route";

/** Wraps a server action: authorise, parse, run, translate. The command checks the role. */
export function action<Schema extends z.ZodType, T>(
  schema: Schema,
  work: (principal: Principal | null, input: z.output<Schema>) => Promise<T>,
) {
  return async (input: z.input<Schema>): Promise<ActionResult<T>> => {
    try {
      const principal = await getPrincipal();
      requireRole(principal, "viewer");
      checkJsonInput(input);
      return { ok: true, data: await work(principal, schema.parse(input)) };
    } catch (error) {
      const explained = explainError(error);
      const { type: _type, title: _title, status: _status, detail, errors, ...extra } = problemOf(explained);
      return { ok: false, code: explained.code, message: detail, errors: errors ?? [], extra };
    }
  };
}
