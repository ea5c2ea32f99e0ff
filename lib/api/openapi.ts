import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { baseUrl } from "@/lib/env";
import { keyScopes, keyScopeWords } from "@/lib/taxonomy/key-scopes";
import packageJson from "@/package.json";
import { type Operation, operations } from "./operations";

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem document" });

const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");

function headerOf({ ifMatch }: Operation) {
  const schema = z.string().meta({
    description:
      ifMatch === "stamp"
        ? 'The updatedAt of what was changed, in quotes: "2026-11-22T09:30:00.000Z"'
        : 'The version that was changed, in quotes: "3"',
  });
  return ifMatch
    ? { header: z.object({ "If-Match": ifMatch === "optional" ? schema.optional() : schema }) }
    : {};
}

function operationObject(operation: Operation): ZodOpenApiOperationObject {
  const { answer, path } = operation;
  const named = pathNames(path);
  return {
    summary: operation.summary,
    operationId: `${operation.method}${path.replace(/[^A-Za-z]+(.)?/g, (_all, next: string | undefined) => next?.toUpperCase() ?? "")}`,
    security: operation.role ? [{ apiKey: [] }] : [{}, { apiKey: [] }],
    ...(operation.role ? { description: `Needs the role ${operation.role} or above.` } : {}),
    requestParams: {
      ...(named.length > 0
        ? { path: z.object(Object.fromEntries(named.map((name) => [name, z.string()]))) }
        : {}),
      ...(operation.query ? { query: operation.query } : {}),
      ...headerOf(operation),
    },
    ...(operation.body
      ? { requestBody: { required: true, content: { "application/json": { schema: operation.body } } } }
      : {}),
    responses: {
      [String(answer.status)]: {
        description: "Done",
        ...(answer.schema
          ? { content: { [answer.mediaType ?? "application/json"]: { schema: answer.schema } } }
          : {}),
      },
      ...(operation.otherAnswer
        ? {
            [String(operation.otherAnswer.status)]: {
              description: operation.otherAnswer.description,
              content: { "application/json": { schema: operation.otherAnswer.schema } },
            },
          }
        : {}),
      default: {
        description: "What went wrong",
        content: { "application/problem+json": { schema: problemSchema } },
      },
    },
  };
}

const keyWords = [
  "An API key, made on the account page or with npm run api-key.",
  "It acts with its owner's role, or with that of its scope where that is lower:",
  ...keyScopes.map((scope) => `${scope}: ${keyScopeWords[scope]};`),
]
  .join(" ")
  .replace(/;$/, ".");

/** The OpenAPI 3.1 description of the API, made from the schemas that the routes check with. */
export function openApiDocument() {
  const byPath: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    byPath[operation.path] = { ...byPath[operation.path], [operation.method]: operationObject(operation) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Sightline",
      version: packageJson.version,
      description:
        "Security incidents with the sentences that back them. Reading needs no account; writing needs a session or an API key.",
    },
    servers: [{ url: `${baseUrl()}/api/v1` }],
    components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer", description: keyWords } } },
    paths: byPath,
  });
}
