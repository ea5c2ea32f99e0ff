import { beforeAll, expect, it, vi } from "vitest";
import { POST as create } from "@/app/api/v1/incidents/route";
import { database } from "@/lib/db/client";
import { ask, makeKey } from "./request";

vi.mock("next/headers", () => ({
  cookies: async () => ({ getAll: () => [] }),
  headers: async () => new Headers(),
}));

let key: string;
beforeAll(async () => {
  key = await makeKey("contributor");
});

const path = "/api/v1/incidents";
const body = {
  title: "Rockets hit an airbase",
  eventType: "shelling-artillery-missile-attack",
  occurred: "2021-07-05",
};

it("a creation that is repeated under its Idempotency-Key answers with the incident that it made", async () => {
  const headers = { "idempotency-key": crypto.randomUUID() };
  const before = await database().incident.count();
  const first = await ask(create, path, { key, body, headers });
  const again = await ask(create, path, { key, body, headers });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body.publicId).toBe(first.body.publicId);
  expect(again.headers.get("location")).toBe(first.headers.get("location"));
  expect(await database().incident.count()).toBe(before + 1);
});

it.each(["", "two words", "é", "x".repeat(201)])("refuses the Idempotency-Key %j", async (given) => {
  const answer = await ask(create, path, { key, body, headers: { "idempotency-key": given } });
  expect(answer.status).toBe(400);
  expect(answer.body.detail).toMatch(/Idempotency-Key/);
});
