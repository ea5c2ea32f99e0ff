import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nothingHere, refusing } from "./methods";

const root = join(import.meta.dirname, "../../app/api/v1");
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const routes = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith("route.ts") && !file.startsWith("[["),
);

describe("methods of the API", () => {
  it.each(routes)("%s takes or refuses each method", (file) => {
    const source = readFileSync(join(root, file), "utf8");
    const taken = [...source.matchAll(/export (?:const|async function|function) ([A-Z]+)\b/g)].map(
      (match) => match[1] ?? "",
    );
    const refused = /export const \{ ([A-Z, ]+) \} = refusing\(([A-Z", ]+)\);/.exec(source);
    expect(refused?.[1]?.split(", ")).toEqual([
      ...methods.filter((method) => !taken.includes(method)),
      "OPTIONS",
    ]);
    expect(refused?.[2]).toBe(
      methods
        .filter((method) => taken.includes(method))
        .map((name) => `"${name}"`)
        .join(", "),
    );
  });

  it("are refused with a problem document that says what is taken", async () => {
    const response = refusing("GET", "POST").DELETE(
      new Request("http://localhost/api/v1/incidents", { method: "DELETE" }),
    );
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      status: 405,
      detail: "DELETE is not done here, but GET and POST.",
    });
  });

  it("have a problem document for addresses that nothing has", async () => {
    const response = nothingHere(new Request("http://localhost/api/v1/nothing?x=1"));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining("/api/v1/nothing.") });
  });
});
