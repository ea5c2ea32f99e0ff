import { describe, expect, it } from "vitest";
import { parseOccurred } from "@/lib/dates/edtf";
import { uncertaintyFrame } from "./uncertainty";

const frameOf = (edtf: string, timeZone = "Asia/Baghdad") => {
  const read = parseOccurred(edtf, timeZone);
  if (!read.ok) throw new Error(read.message);
  const bounds = { earliest: read.earliest.toISOString(), latest: read.latest.toISOString() };
  return uncertaintyFrame(bounds, timeZone);
};

describe("uncertaintyFrame", () => {
  it("draws a part of a day within the day", () => {
    expect(frameOf("2021-07-05T12:00/2021-07-05T18:00")).toMatchObject({
      from: 0.5,
      to: 0.75,
      startLabel: "0:00",
      endLabel: "24:00",
      earliestLabel: "12:00",
      latestLabel: "18:00",
    });
  });

  it("draws days within their months", () => {
    const frame = frameOf("2021-06-26/2021-07-05");
    expect(frame).toMatchObject({
      startLabel: "1 Jun 2021",
      endLabel: "31 Jul 2021",
      earliestLabel: "26 June 2021",
      latestLabel: "5 July 2021",
    });
    expect(frame?.from).toBeCloseTo(25 / 61, 5);
    expect(frame?.to).toBeCloseTo(35 / 61, 5);
  });

  it("draws a season within its year", () => {
    expect(frameOf("2021-22")).toMatchObject({ startLabel: "Jan 2021", endLabel: "Dec 2021" });
  });

  it("keeps an open end open", () => {
    expect(frameOf("2021-07-05/..")).toMatchObject({ openEnd: true, to: 1, latestLabel: "not known" });
  });

  it("draws nothing for a minute", () => {
    expect(frameOf("2021-07-05T16:04")).toBeNull();
  });

  it("fills a day of 23 hours", () => {
    expect(frameOf("2021-03-28", "Europe/Berlin")).toMatchObject({ from: 0, to: 1 });
  });
});
