import { describe, expect, it } from "vitest";
import { clientAddress, readTrustedProxies } from "./client-address";

const peer = "10.0.0.9";

describe("clientAddress", () => {
  it("believes nothing of x-forwarded-for where no proxy is trusted", () => {
    expect(clientAddress(undefined, peer, 0)).toBe(peer);
    expect(clientAddress("192.0.2.1", peer, 0)).toBe(peer);
    expect(clientAddress("192.0.2.1, 192.0.2.2", "::ffff:10.0.0.9", 0)).toBe(peer);
    expect(clientAddress("192.0.2.1", undefined, 0)).toBeNull();
  });

  it("takes what the counted proxies added, whatever stands before it", () => {
    expect(clientAddress("192.0.2.1", peer, 1)).toBe("192.0.2.1");
    expect(clientAddress("6.6.6.6, 192.0.2.1", peer, 1)).toBe("192.0.2.1");
    expect(clientAddress("6.6.6.6, 192.0.2.1, 10.0.0.8", peer, 2)).toBe("192.0.2.1");
    expect(clientAddress(undefined, peer, 2)).toBe(peer);
  });

  it("passes over trusted ranges from the near end", () => {
    const ranges = ["10.0.0.0/8", "2001:db8::/32"];
    expect(clientAddress("6.6.6.6, 192.0.2.1, 10.1.1.1", peer, ranges)).toBe("192.0.2.1");
    expect(clientAddress("6.6.6.6, 2001:db8::5", peer, ranges)).toBe("6.6.6.6");
    expect(clientAddress("192.0.2.1", "203.0.113.7", ranges)).toBe("203.0.113.7");
    expect(clientAddress("10.1.1.1", peer, ranges)).toBe("10.1.1.1");
  });

  it("stops at what is no address", () => {
    expect(clientAddress("<script>, 192.0.2.1", peer, 2)).toBe("192.0.2.1");
    expect(clientAddress("unknown", peer, 1)).toBe(peer);
    expect(clientAddress("1", peer, 1)).toBe(peer);
  });
});

describe("readTrustedProxies", () => {
  it("reads a number or ranges", () => {
    expect(readTrustedProxies("2")).toBe(2);
    expect(readTrustedProxies("10.0.0.0/8, 2001:db8::1")).toEqual(["10.0.0.0/8", "2001:db8::1"]);
  });

  it.each(["-1", "loopback", "10.0.0.0/33", "10.0.0.1,", "100"])("refuses %s", (text) => {
    expect(readTrustedProxies(text)).toBeNull();
  });
});
