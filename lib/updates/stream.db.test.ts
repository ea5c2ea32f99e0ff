import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { createIncident, publishIncident, retractIncident, updateIncident } from "@/lib/incidents/commands";
import { incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { UpdateHub } from "./hub";
import { openUpdateStream } from "./stream";

let editor: Principal;
const hub = new UpdateHub({ all: 4, perAddress: 2 });
const left = new Set<AbortController>();

beforeAll(async () => {
  editor = await makePrincipal("editor");
});
afterEach(() => {
  for (const controller of left) controller.abort();
  left.clear();
});
afterAll(() => hub.close());

type Heard = { event: string; id: string | null; data: { publicId?: string; version?: number } };

/** Reads the stream as a browser does; next() waits for an event, and is null at the end. */
async function listen({ lastEventId = null as string | null, address = "192.0.2.1" } = {}) {
  const controller = new AbortController();
  left.add(controller);
  const stream = await openUpdateStream({ address, lastEventId, signal: controller.signal }, hub);
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  async function next(): Promise<Heard | null> {
    for (;;) {
      const end = text.indexOf("\n\n");
      const block = end < 0 ? null : text.slice(0, end);
      if (block !== null) {
        text = text.slice(end + 2);
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? null;
        const [event, data] = [field("event"), field("data")];
        if (event && data) return { event, id: field("id"), data: JSON.parse(data) };
        continue;
      }
      const { value, done } = await reader.read();
      if (done) return null;
      text += value;
    }
  }
  return { next, leave: () => controller.abort() };
}

async function makeDraft(): Promise<string> {
  const { incident } = await createIncident(editor, incidentInput({ unsourcedReason: "Made for a test" }));
  return incident.publicId;
}

const publish = async (publicId: string) => (await publishIncident(editor, publicId)).incident;

describe("the stream of updates", () => {
  it("tells what becomes public, changes there and leaves, and nothing of drafts", async () => {
    const { next } = await listen();
    const publicId = await makeDraft();
    const published = await publish(publicId);
    expect(await next()).toMatchObject({
      event: "published",
      id: `${publicId}@${published.version}`,
      data: { publicId, version: published.version },
    });
    await updateIncident(editor, publicId, published.version, { title: "Another title" });
    expect(await next()).toMatchObject({
      event: "updated",
      data: { publicId, version: published.version + 1 },
    });
    await retractIncident(editor, publicId, { reason: "Made for a test" });
    expect(await next()).toMatchObject({ event: "retracted", data: { publicId } });
  });

  it("resumes after the event that was heard last", async () => {
    const first = await makeDraft();
    const { version } = await publish(first);
    const second = await makeDraft();
    await publish(second);
    const { next } = await listen({ lastEventId: `${first}@${version}` });
    let heard = await next();
    while (heard && heard.data.publicId !== second) heard = await next();
    expect(heard).toMatchObject({ event: "published", data: { publicId: second } });
  });

  it("says that all is to be read again where it cannot resume", async () => {
    const { next } = await listen({ lastEventId: "ZZZZZZZZ@1" });
    expect(await next()).toMatchObject({ event: "reread", id: null });
  });

  it("ends for a reader who leaves, and makes room", async () => {
    const one = await listen();
    await listen();
    await expect(listen()).rejects.toMatchObject({ code: "too-many-requests" });
    one.leave();
    expect(await one.next()).toBeNull();
    await listen();
    await listen({ address: "192.0.2.2" });
    await listen({ address: "192.0.2.3" });
    await expect(listen({ address: "192.0.2.4" })).rejects.toMatchObject({ code: "too-many-requests" });
  });

  it("comes back by itself when its connection is cut, and says that news may be lost", async () => {
    const { next } = await listen();
    const client = new Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sightline-updates' AND datname = current_database()",
    );
    await client.end();
    expect(await next()).toMatchObject({ event: "reread" });
    const publicId = await makeDraft();
    await publish(publicId);
    expect(await next()).toMatchObject({ event: "published", data: { publicId } });
  });

  it("ends for everybody when the server stops", async () => {
    const stopping = new UpdateHub();
    const { signal } = new AbortController();
    const stream = await openUpdateStream({ address: null, lastEventId: null, signal }, stopping);
    const reader = stream.getReader();
    await reader.read();
    await stopping.close();
    expect(await reader.read()).toEqual({ value: undefined, done: true });
  });
});
