import { describe, expect, it } from "vitest";
import { foldName, slugify } from "@/lib/geo/fold";
import { listReferencePublishers } from "@/lib/reference/publishers";

const publishers = listReferencePublishers();
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe("prisma/reference/publishers.json", () => {
  it("holds at least 60 outlets under unique slugs made from their names", () => {
    expect(publishers.length).toBeGreaterThanOrEqual(60);
    expect(repeated(publishers.map((publisher) => publisher.slug))).toEqual([]);
    expect(publishers.filter(({ slug, name }) => slug !== slugify(name))).toEqual([]);
  });

  it("gives names and domains to one outlet only", () => {
    const names = publishers.flatMap(({ name, aliases }) => [name, ...aliases].map(foldName));
    expect(repeated(names)).toEqual([]);
    expect(repeated(publishers.flatMap((publisher) => publisher.domains))).toEqual([]);
  });

  it("lists the host of the homepage among the domains", () => {
    for (const { slug, homepage, domains } of publishers) {
      const host = new URL(homepage).hostname.replace(/^www\./, "");
      expect(domains, slug).toContain(host);
    }
  });

  it("judges no outlet", () => {
    expect(publishers.filter((publisher) => publisher.reliability !== null)).toEqual([]);
  });
});
