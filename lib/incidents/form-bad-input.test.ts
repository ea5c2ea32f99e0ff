import { describe, expect, it } from "vitest";
import { checkJsonInput } from "@/lib/api/json-input";
import { AppError } from "@/lib/errors";
import { emptyForm, type IncidentForm } from "./form";
import { formErrors, readForm } from "./form-input";

const megabyte = "a".repeat(1_000_000);

const usable: IncidentForm = {
  ...emptyForm("Asia/Baghdad"),
  title: "Rockets hit a base",
  eventType: "shelling-artillery-missile-attack",
  occurred: "5 July 2021",
};

/** The errors of a form that differs from a usable one. */
function errorsOf(change: Partial<IncidentForm>): string[] {
  const read = readForm({ ...usable, ...change }, "2021-07-06");
  return read.ok ? [] : Object.keys(read.errors);
}

const participant = (change: Partial<IncidentForm["participants"][number]>) => ({
  participants: [
    {
      key: "p0",
      actor: "cjtf-oir",
      name: "CJTF-OIR",
      role: "target" as const,
      attribution: "confirmed" as const,
      attributedBy: "",
      ...change,
    },
  ],
});

describe("a form with what does not belong in it", () => {
  it.each<[string, string, Partial<IncidentForm>]>([
    ["no title", "title", { title: " \u200b " }],
    ["a title of nothing but marks", "title", { title: "\u202e\u2066!!!" }],
    ["1 MB of title", "title", { title: megabyte }],
    ["1 MB of summary", "summary", { summary: megabyte }],
    ["no event type", "eventType", { eventType: "" }],
    ["no date", "occurred", { occurred: "" }],
    ["a day that is none", "occurred", { occurred: "30 February 2021" }],
    ["a month that is none", "occurred", { occurred: "2021-13-01" }],
    ["an end before its beginning", "occurred", { occurred: "2021-07-05/2021-06-01" }],
    ["markup as a date", "occurred", { occurred: "<script>alert(1)</script>" }],
    ["1 MB of date", "occurred", { occurred: megabyte }],
    ["1 MB of digits as a date", "occurred", { occurred: "1".repeat(1_000_000) }],
    ["a zone that is none", "timeZone", { timeZone: "Baghdad/Asia" }],
    ["1 MB of zone", "timeZone", { timeZone: megabyte }],
    ["words as a number", "killed", { killed: "several" }],
    ["a negative number", "killed", { killed: "-3" }],
    ["a fraction", "injured", { injured: "2.5" }],
    ["a number above all", "killed", { killed: "9999999999999999999999" }],
    ["a range from the higher number", "injured", { injured: "9-3" }],
    ["1 MB of digits as a number", "killed", { killed: "9".repeat(1_000_000) }],
    ["a place nobody knows", "place", { place: { ...usable.place, name: "Nowhere" } }],
    [
      "a latitude beyond the pole",
      "coordinates",
      { place: { ...usable.place, slug: "x", name: "X", coordinates: "91, 0" } },
    ],
    [
      "words as coordinates",
      "coordinates",
      { place: { ...usable.place, slug: "x", name: "X", coordinates: "north" } },
    ],
    [
      "1 MB of coordinates",
      "coordinates",
      { place: { ...usable.place, slug: "x", name: "X", coordinates: megabyte } },
    ],
    ["an actor nobody knows", "participants.0", participant({ actor: null, name: "Somebody" })],
    ["an empty line of actors", "participants.0", participant({ actor: null, name: " " })],
    ["1 MB of attribution", "participants.0", participant({ attributedBy: megabyte })],
    ["1 MB of reason", "unsourcedReason", { unsourcedReason: megabyte }],
  ])("is refused at the field: %s", (_what, field, change) => {
    expect(errorsOf(change)).toEqual([field]);
  });

  it.each(["<b>bold</b>", "'; DROP TABLE incident; --", "عين الأسد", "💥".repeat(75), "{{x}} %s \\u0000"])(
    "takes %j as the text that it is",
    (text) => {
      const read = readForm({ ...usable, title: `A ${text}`, summary: text }, null);
      expect(read.ok && [read.input.title, read.input.summary]).toEqual([`A ${text}`, text]);
    },
  );

  it("keeps marks that turn the text around them out of every line", () => {
    const turned = "Army \u202egnimoc\u2066";
    const read = readForm({ ...usable, title: turned, ...participant({ attributedBy: turned }) }, null);
    expect(read.ok && [read.input.title, read.input.participations[0]?.attributedBy]).toEqual([
      "Army gnimoc",
      "Army gnimoc",
    ]);
  });

  it("takes out of its longer texts what no reader should meet", () => {
    const read = readForm(
      { ...usable, summary: "a\0\u001bb\n\u202ec\u2069", unsourcedReason: "\u200b" },
      null,
    );
    expect(read.ok && [read.input.summary, read.input.unsourcedReason]).toEqual(["ab\nc", null]);
  });

  it.each([
    ["a NUL", "a\0b"],
    ["half of a character", "a\ud83d"],
  ])("of the server's refusal of %s in the summary shows at the summary", (_what, summary) => {
    const read = readForm(usable, null);
    // A form takes such characters out; what was sent past it has them still.
    const sent = read.ok ? { version: 1, patch: { ...read.input, summary } } : null;
    let errors: AppError["details"]["errors"];
    try {
      checkJsonInput(sent);
    } catch (error) {
      errors = error instanceof AppError ? error.details.errors : undefined;
    }
    expect(Object.keys(formErrors(errors ?? [], { claims: [] }))).toEqual(["summary"]);
  });
});
