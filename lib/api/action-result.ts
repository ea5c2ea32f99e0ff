import type { ErrorCode, FieldError } from "@/lib/errors";

/** What a server action answers: the result, or what to tell the editor and at which fields. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: ErrorCode;
      message: string;
      errors: FieldError[];
      /** The other members of the problem document, such as both states of a version conflict. */
      extra: Record<string, unknown>;
    };
