import { z } from "zod";
import { openApiDocument } from "./openapi";

// The part of JSON Schema and OpenAPI that the page about the API reads.
const schemaObject = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  minimum: z.number().optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  default: z.unknown().optional(),
  description: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
});
type SchemaObject = z.infer<typeof schemaObject>;

const operationObject = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z
    .array(
      z.object({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: schemaObject }),
    )
    .default([]),
  requestBody: z
    .object({ content: z.object({ "application/json": z.object({ schema: schemaObject }) }) })
    .optional(),
});

/** A value that may be sent: name, kind in words ("whole number", "one of a, b"), whether it must be there. */
type Field = { name: string; kind: string; required: boolean; note: string | null };

type DescribedOperation = {
  id: string;
  method: string;
  path: string;
  group: string;
  summary: string;
  access: string | null;
  parameters: (Field & { where: string })[];
  body: { fields: Field[]; example: unknown } | null;
};

/** The operations of the API for people, read from its OpenAPI description, so that both always agree. */
export function describeOperations(): DescribedOperation[] {
  const document = z
    .object({ paths: z.record(z.string(), z.record(z.string(), operationObject)) })
    .parse(JSON.parse(JSON.stringify(openApiDocument())));
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): DescribedOperation => {
      const body = operation.requestBody?.content["application/json"].schema;
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        group: path.split("/")[1] ?? path,
        summary: operation.summary,
        access: operation.description ?? null,
        parameters: operation.parameters.map((parameter) => ({
          ...fieldOf(parameter.name, parameter.schema, parameter.required ?? false),
          where: parameter.in,
        })),
        body: body ? { fields: fieldsOf(body), example: exampleOf(body) } : null,
      };
    }),
  );
}

function fieldsOf(schema: SchemaObject): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, value]) =>
    fieldOf(name, schemaObject.parse(value), schema.required?.includes(name) ?? false),
  );
}

function fieldOf(name: string, schema: SchemaObject, required: boolean): Field {
  return { name, kind: kindOf(schema), required, note: schema.description ?? null };
}

const kindWords: Record<string, string> = {
  integer: "whole number",
  string: "text",
  boolean: "true or false",
  null: "null",
};

function kindOf(schema: SchemaObject): string {
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf) {
    return [...new Set(schema.anyOf.map((member) => kindOf(schemaObject.parse(member))))].join(" or ");
  }
  if (schema.type === "array") return `list of ${kindOf(schemaObject.parse(schema.items ?? {}))}`;
  const types = [schema.type ?? "any value"].flat();
  return types.map((type) => kindWords[type] ?? type).join(" or ");
}

/** The least that may be sent: required members alone, each with a value of its kind. */
function exampleOf(schema: SchemaObject): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf(schemaObject.parse(schema.anyOf[0] ?? {}));
  const type = [schema.type].flat()[0];
  if (type === "object") {
    const required = fieldsRequired(schema);
    return Object.fromEntries(required.map(([name, member]) => [name, exampleOf(member)]));
  }
  if (type === "array") return [];
  if (type === "integer" || type === "number") return schema.minimum ?? 0;
  if (type === "boolean") return true;
  return type === "null" ? null : "…";
}

function fieldsRequired(schema: SchemaObject): [string, SchemaObject][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]): [string, SchemaObject][] =>
    schema.required?.includes(name) ? [[name, schemaObject.parse(member)]] : [],
  );
}
