/** The one table of errors: what a command may throw, its HTTP status and its words. */
const errorTable = {
  moved: [308, "This was merged into another incident"],
  "invalid-input": [400, "The input cannot be used"],
  "not-signed-in": [401, "Sign in first"],
  forbidden: [403, "Your role does not allow this"],
  "not-found": [404, "Not found"],
  "method-not-allowed": [405, "This address does not take this method"],
  conflict: [409, "This conflicts with what is stored"],
  gone: [410, "This was retracted"],
  "version-conflict": [412, "Somebody else saved in the meantime"],
  "too-large": [413, "This is too large"],
  "unsupported-media": [415, "This kind of content cannot be read"],
  "version-required": [428, "Say which version you changed"],
  "too-many-requests": [429, "Too many requests"],
  internal: [500, "Something went wrong on our side"],
  "fetch-failed": [502, "The page could not be fetched"],
  unavailable: [503, "The database does not answer"],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof errorTable;

/** Every code of the table. */
export const errorCodes = Object.keys(errorTable) as ErrorCode[];

export const errorStatus = (code: ErrorCode): number => errorTable[code][0];
export const errorTitle = (code: ErrorCode): string => errorTable[code][1];

/** A problem at one field; path as in "killed.min" or "claims.0.quote". */
export type FieldError = { path: string; message: string };

export type ErrorDetails = {
  /** One sentence for people: what is wrong and what to do. */
  message?: string;
  errors?: FieldError[];
  /** More members of the problem document, such as both states of a version conflict. */
  extra?: Record<string, unknown>;
};

/** An expected failure of a command; its words may be shown to anybody. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.message ?? errorTitle(code));
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** RFC 9457 problem document. */
export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: FieldError[];
  [extra: string]: unknown;
};

export function problemOf(error: AppError): ProblemDocument {
  return {
    type: `/docs/api#${error.code}`,
    title: errorTitle(error.code),
    status: errorStatus(error.code),
    detail: error.message,
    ...(error.details.errors ? { errors: error.details.errors } : {}),
    ...error.details.extra,
  };
}
