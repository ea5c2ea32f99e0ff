import { describe, expect, it } from "vitest";
import { readIncidentAddress } from "./address";

describe("readIncidentAddress", () => {
  it("reads an id", () => {
    expect(readIncidentAddress("7K3M9XQ2")).toEqual({ publicId: "7K3M9XQ2", version: null, canonical: true });
  });

  it("reads a version, encoded or not", () => {
    const expected = { publicId: "7K3M9XQ2", version: 12, canonical: true };
    expect(readIncidentAddress("7K3M9XQ2@12")).toEqual(expected);
    expect(readIncidentAddress("7K3M9XQ2%4012")).toEqual(expected);
  });

  it("puts small letters and look-alikes right and says so", () => {
    expect(readIncidentAddress("7k3m9xq2")).toEqual({
      publicId: "7K3M9XQ2",
      version: null,
      canonical: false,
    });
    expect(readIncidentAddress("oIl00000")).toEqual({
      publicId: "01100000",
      version: null,
      canonical: false,
    });
  });

  it.each(["", "7K3M9XQ", "7K3M9XQ22", "7K3M9XQU", "7K3M9XQ2@0", "7K3M9XQ2@", "7K3M9XQ2@1.5", "../etc/pw"])(
    "refuses %j",
    (segment) => {
      expect(readIncidentAddress(segment)).toBeNull();
    },
  );
});
