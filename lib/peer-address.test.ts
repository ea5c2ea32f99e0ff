import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { watchClientAddresses } from "./peer-address";

const server = createServer((request, response) => response.end(request.headers["x-forwarded-for"]));

beforeAll(async () => {
  watchClientAddresses();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

it("a request's own word about where it comes from is not believed", async () => {
  const { port } = server.address() as AddressInfo;
  const ask = async (headers: Record<string, string>) =>
    (await fetch(`http://127.0.0.1:${port}/`, { headers })).text();
  expect(await ask({})).toBe("127.0.0.1");
  expect(await ask({ "x-forwarded-for": "192.0.2.7" })).toBe("127.0.0.1");
  expect(await ask({ "x-forwarded-for": "192.0.2.7, 192.0.2.8" })).toBe("127.0.0.1");
});
