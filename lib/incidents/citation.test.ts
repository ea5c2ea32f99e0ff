import { describe, expect, it } from "vitest";
import { citationOf, citationStyles } from "./citation";

const incident = {
  publicId: "7K3M9XQ2",
  version: 3,
  title: "Rockets hit Ain al-Asad & {nearby} base_1",
  summary: "Three rockets\nfell.",
  url: "https://sightline.example/incidents/7K3M9XQ2",
  updatedAt: "2026-11-02T23:30:00.000Z",
  publishedAt: "2026-11-01T08:00:00.000Z",
};

describe("citationOf", () => {
  it("writes APA with the day of the version and its own address", () => {
    expect(citationOf(incident, "apa")).toBe(
      "Sightline. (2026, November 2). Rockets hit Ain al-Asad & {nearby} base_1 (Version 3) [Data set]. https://sightline.example/incidents/7K3M9XQ2@3",
    );
  });

  it("escapes what TeX would read as commands", () => {
    const text = citationOf(incident, "bibtex");
    expect(text).toContain("@misc{sightline-7K3M9XQ2-v3,");
    expect(text).toContain("title   = {{Rockets hit Ain al-Asad \\& \\{nearby\\} base\\_1}}");
  });

  it("writes RIS lines that no value can break", () => {
    const lines = citationOf(incident, "ris").split("\r\n");
    expect(lines[0]).toBe("TY  - DATA");
    expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
    expect(lines).toContain("AB  - Three rockets fell.");
    expect(lines.at(-2)).toBe("ER  - ");
  });

  it("writes CSL that parses", () => {
    expect(JSON.parse(citationOf(incident, "csl-json"))).toMatchObject([
      { type: "dataset", issued: { "date-parts": [[2026, 11, 2]] }, version: "3" },
    ]);
  });

  it.each(citationStyles)("names the version's address in %s", (style) => {
    expect(citationOf(incident, style)).toContain(`${incident.url}@3`);
  });
});
