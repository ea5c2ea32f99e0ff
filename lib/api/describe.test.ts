import { describe, expect, it } from "vitest";
import { linkInputSchema } from "@/lib/links/schema";
import { describeOperations } from "./describe";
import { operations } from "./operations";

const described = describeOperations();
const find = (method: string, path: string) =>
  described.find((operation) => operation.method === method && operation.path === path);

describe("describeOperations", () => {
  it("leaves none out and names each once", () => {
    expect(described).toHaveLength(operations.length);
    expect(new Set(described.map((operation) => operation.id)).size).toBe(operations.length);
  });

  it("says where a parameter goes and whether it must be there", () => {
    const parameters = find("PATCH", "/incidents/{publicId}")?.parameters;
    expect(parameters).toContainEqual({
      name: "publicId",
      kind: "text",
      required: true,
      note: null,
      where: "path",
    });
    expect(parameters).toContainEqual(
      expect.objectContaining({ name: "If-Match", required: true, where: "header" }),
    );
  });

  it("gives an example with every member that a body needs", () => {
    const body = find("POST", "/links")?.body;
    const needed = body?.fields.filter((field) => field.required).map((field) => field.name);
    expect(needed).toEqual(["from", "to", "type"]);
    expect(Object.keys(body?.example ?? {})).toEqual(needed);
    const ids = { from: "7K3M9XQ2", to: "7K3M9XQ3" };
    expect(linkInputSchema.safeParse({ ...(body?.example ?? {}), ...ids }).success).toBe(true);
  });
});
