import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FetchSeams, fetchPage } from "@/lib/articles/intake/fetch-page";
import { AppError } from "@/lib/errors";

let server: Server;
let origin: string;
let port: number;
const requests: string[] = [];
const page = "<title>Rockets</title><p>Three rockets hit the base.</p>";
const bomb = gzipSync(Buffer.alloc(200_000_000));

type Handler = (response: ServerResponse, request: IncomingMessage) => void;
const html = { "content-type": "text/html; charset=utf-8" };
const to =
  (location: string, status = 302): Handler =>
  (response) =>
    response.writeHead(status, { location }).end();

const routes: Record<string, Handler> = {
  "/page": (response) => response.writeHead(200, html).end(page),
  "/gzip": (response) => response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(page)),
  "/deflate": (response) =>
    response.writeHead(200, { ...html, "content-encoding": "deflate" }).end(deflateSync(page)),
  "/br": (response) =>
    response.writeHead(200, { ...html, "content-encoding": "br" }).end(brotliCompressSync(page)),
  "/damaged": (response) => response.writeHead(200, { ...html, "content-encoding": "gzip" }).end("not gzip"),
  "/odd-encoding": (response) => response.writeHead(200, { ...html, "content-encoding": "lzma" }).end(page),
  "/redirect": to("/page", 301),
  "/loop": to("/loop"),
  "/to-private": to("http://10.0.0.1/"),
  "/to-metadata": to("http://169.254.169.254/latest/meta-data/"),
  "/to-ipv6": to("http://[::ffff:10.0.0.1]/"),
  "/to-name": to("http://internal.test/secret"),
  "/to-file": to("file:///etc/passwd"),
  "/to-port": to("http://example.org:22/"),
  "/large": (response) => response.writeHead(200, html).end(Buffer.alloc(6_000_000, "a")),
  "/large-unannounced": (response) => {
    response.writeHead(200, html);
    const chunk = Buffer.alloc(1_000_000, "a");
    const push = (left: number) => {
      if (left === 0 || response.destroyed) response.end();
      else response.write(chunk, () => push(left - 1));
    };
    push(50);
  },
  "/bomb": (response) => response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(bomb),
  "/silent": () => undefined,
  "/slow": (response) => {
    response.writeHead(200, html);
    const timer = setInterval(() => response.write("."), 50);
    response.on("close", () => clearInterval(timer));
  },
  "/pdf": (response) => response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.7"),
  "/no-type": (response) => response.writeHead(200).end(page),
  "/missing": (response) => response.writeHead(404, html).end("no"),
  "/paywall": (response) => response.writeHead(403, html).end("no"),
  "/broken": (response) => response.destroy(),
  "/headers": (response, request) =>
    response.writeHead(200, { "content-type": "text/plain" }).end(JSON.stringify(request.headers)),
};
for (let n = 0; n <= 6; n += 1) routes[`/hop${n}`] = n === 0 ? to("/page") : to(`/hop${n - 1}`);

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(`${request.headers.host ?? ""}${request.url ?? ""}`);
    const handler = routes[request.url ?? ""];
    if (handler) handler(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  origin = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const local: FetchSeams = {
  allowAddress: (ip) => ip === "127.0.0.1",
  allowPort: (candidate) => candidate === port || candidate === 80,
};

async function refusal(url: string, seams: FetchSeams = local): Promise<string> {
  try {
    await fetchPage(url, seams);
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error(`${url} was fetched`);
}

describe("a page", () => {
  it.each(["/page", "/gzip", "/deflate", "/br", "/redirect", "/no-type", "/hop4"])(
    "%s arrives",
    async (path) => {
      const fetched = await fetchPage(origin + path, local);
      expect(Buffer.from(fetched.bytes).toString()).toBe(page);
      expect(fetched.url).toBe(["/redirect", "/hop4"].includes(path) ? `${origin}/page` : origin + path);
    },
  );

  it("is asked for by name, without cookies or credentials", async () => {
    const { bytes } = await fetchPage(`${origin}/headers`, local);
    const headers = JSON.parse(Buffer.from(bytes).toString());
    expect(headers["user-agent"]).toBe("Sightline");
    expect(Object.keys(headers)).not.toContain("cookie");
  });
});

describe("addresses", () => {
  it.each([
    ["file:///etc/passwd", "Give an http or https address"],
    ["ftp://example.org/a", "Give an http or https address"],
    ["javascript:alert(1)", "Give an http or https address"],
    ["nonsense", "Give an http or https address"],
    ["http://user:secret@example.org/", "without them"],
    ["http://example.org:22/", "Port 22"],
    ["http://127.0.0.1/", "loopback"],
    ["http://[::1]/", "loopback"],
    ["http://0x7f.1/", "loopback"],
    ["http://2130706433/", "loopback"],
    ["http://0/", "unspecified"],
    ["http://169.254.169.254/", "metadata"],
    ["http://[::ffff:169.254.169.254]/", "IPv4"],
    ["http://localhost/", "loopback"],
  ])("%s is refused", async (url, part) => {
    expect(await refusal(url, {})).toMatch(new RegExp(`^invalid-input: .*${part}`));
  });

  it.each([
    ["/to-private", "10.0.0.1 is an address inside a private network"],
    ["/to-metadata", "metadata service"],
    ["/to-ipv6", "IPv4 address in IPv6 form"],
    ["/to-file", "not an http or https address"],
    ["/to-port", "Port 22"],
  ])("a redirect %s is refused", async (path, part) => {
    expect(await refusal(origin + path)).toContain(part);
  });

  it("a name that leads to a private address is refused, also when it is one of several", async () => {
    const resolve = async () => [
      { address: "93.184.216.34", family: 4 },
      { address: "192.168.0.7", family: 4 },
    ];
    expect(await refusal("http://internal.test/", { resolve })).toContain("internal.test (192.168.0.7) is");
    expect(await refusal(`${origin}/to-name`, { ...local, resolve })).toContain("private network");
  });

  it("the answer that was checked is the one that is connected to, even when the name changes", async () => {
    let lookups = 0;
    const resolve = async () => {
      lookups += 1;
      return [{ address: lookups === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    };
    const url = `http://rebinding.test:${port}/page`;
    expect(Buffer.from((await fetchPage(url, { ...local, resolve })).bytes).toString()).toBe(page);
    expect(lookups).toBe(1);
    // The second fetch looks the name up again, and refuses what it has become.
    expect(await refusal(url, { ...local, resolve })).toContain("10.0.0.1");
    expect(lookups).toBe(2);
  });

  it("nothing is sent to what is refused", async () => {
    requests.length = 0;
    await refusal(`${origin}/page`, { allowPort: () => true });
    expect(requests).toEqual([]);
  });

  it("a name without an address says so", async () => {
    const resolve = async () => [];
    expect(await refusal("http://nowhere.test/", { resolve })).toBe(
      "fetch-failed: There is no such host: check the address.",
    );
  });
});

describe("limits", () => {
  it.each([
    ["/loop", "fetch-failed: The page redirects more than 5 times"],
    ["/hop5", "fetch-failed: The page redirects more than 5 times"],
    ["/large", "too-large: The page is larger than 5 MB"],
    ["/large-unannounced", "too-large: The page is larger than 5 MB"],
    ["/bomb", "too-large: The page is larger than 5 MB"],
    ["/damaged", "fetch-failed: The page arrived damaged"],
    ["/odd-encoding", "fetch-failed: The page is compressed as lzma"],
    ["/pdf", "unsupported-media: The address leads to application/pdf"],
    ["/missing", "has no such page (it answered 404)"],
    ["/paywall", "does not let the page be fetched (it answered 403)"],
    ["/broken", "fetch-failed: The host broke off the connection"],
  ])("%s", async (path, part) => expect(await refusal(origin + path)).toContain(part));

  it.each(["/silent", "/slow"])("%s is given up in time", async (path) => {
    expect(await refusal(origin + path, { ...local, timeoutMs: 500 })).toContain("did not arrive within");
  });

  it("a name server that never answers is given up in time", async () => {
    const resolve = () => new Promise<never>(() => undefined);
    const problem = await refusal("http://stuck.test/", { resolve, timeoutMs: 500 });
    expect(problem).toContain("did not arrive within");
  });
});
