import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { makePlace } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { createPlace } from "./commands";
import { placeInputSchema } from "./schema";

let contributor: Principal;
beforeAll(async () => {
  contributor = await makePrincipal("contributor");
});

const place = (input: Partial<z.input<typeof placeInputSchema>> = {}) =>
  placeInputSchema.parse({ name: "Ain al-Asad", latitude: 33.7856, longitude: 42.4412, ...input });

describe("createPlace", () => {
  it("stores a place with its other spellings, its parent and the zone of its point", async () => {
    const parent = await makePlace({ name: "Anbar", kind: "province" });
    const made = await createPlace(
      contributor,
      place({
        kind: "base",
        country: "IQ",
        parent: parent.slug,
        aliases: ["Ayn al-Asad", "ayn al asad", "Ain al Asad"],
      }),
    );
    expect(made).toEqual({ slug: "ain-al-asad", name: "Ain al-Asad", timeZone: "Asia/Baghdad" });
    const row = await database().place.findUniqueOrThrow({
      where: { slug: made.slug },
      include: { aliases: true, parent: true },
    });
    expect(row).toMatchObject({
      kind: "base",
      parent: { slug: "anbar" },
      latitude: 33.7856,
      source: "sightline",
    });
    expect(row.aliases.map(({ folded }) => folded)).toEqual(["ayn al asad"]);
  });

  it("lets several places have one name, each with a slug of its own", async () => {
    const slugs = [];
    for (const country of ["IQ", "SY", "LB"]) {
      slugs.push((await createPlace(contributor, place({ name: "Mansura", country }))).slug);
    }
    expect(slugs).toEqual(["mansura", "mansura-2", "mansura-3"]);
  });

  it("keeps a zone that was given, and refuses one that does not exist", async () => {
    const given = place({ name: "Elsewhere", timeZone: "Asia/Damascus" });
    expect(await createPlace(contributor, given)).toMatchObject({ timeZone: "Asia/Damascus" });
    expect(() => place({ timeZone: "Asia/Nowhere" })).toThrow("IANA");
    expect(() => place({ latitude: 91 })).toThrow("-90 to 90");
  });

  it("names a parent that does not exist", async () => {
    await expect(createPlace(contributor, place({ parent: "nowhere" }))).rejects.toMatchObject({
      code: "invalid-input",
      details: { errors: [{ path: "parent" }] },
    });
  });

  it("does not make two places with one slug of two requests at once", async () => {
    const both = [1, 2].map(() => createPlace(contributor, place({ name: "Raced" })));
    const codes = (await Promise.allSettled(both)).map((one) =>
      one.status === "fulfilled" ? one.value.slug : one.reason.code,
    );
    expect(["conflict raced", "raced raced-2"]).toContain(codes.sort().join(" "));
  });

  it("is for contributors and above", async () => {
    await expect(createPlace(null, place())).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(createPlace(await makePrincipal("viewer"), place())).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
