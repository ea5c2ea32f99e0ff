import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "./openapi";
import { operations } from "./operations";

const root = join(import.meta.dirname, "../../app/api/v1");

/** Every method that a route file exports, as "GET /incidents/{publicId}". */
function routesBelow(folder: string, path = ""): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      return routesBelow(join(folder, entry.name), `${path}/${entry.name.replace(/^\[(\w+)\]$/, "{$1}")}`);
    }
    const source = entry.name === "route.ts" ? readFileSync(join(folder, entry.name), "utf8") : "";
    return [
      ...source.matchAll(/export (?:const|async function|function) (GET|POST|PATCH|PUT|DELETE)\b/g),
    ].map((match) => `${match[1]} ${path}`);
  });
}

describe("the API's description", () => {
  it("names every route, and no other", () => {
    expect(existsSync(root)).toBe(true);
    const routes = routesBelow(root).filter((route) => route !== "GET /openapi.json");
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(described.sort()).toEqual(routes.sort());
  });

  it("is an OpenAPI 3.1 document made of the schemas", () => {
    const document = openApiDocument();
    expect(document.openapi).toBe("3.1.0");
    const patch = document.paths?.["/incidents/{publicId}"]?.patch;
    expect(JSON.stringify(patch?.parameters)).toContain("If-Match");
    expect(JSON.stringify(patch?.requestBody)).toContain("occurred");
    const ids = Object.values(document.paths ?? {}).flatMap((path) =>
      Object.values(path ?? {}).map((operation) => (operation as { operationId?: string }).operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
