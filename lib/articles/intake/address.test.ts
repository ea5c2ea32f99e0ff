import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusedAddressReason } from "@/lib/articles/intake/address";

describe("refusedAddressReason", () => {
  it.each([
    ["127.0.0.1", "loopback"],
    ["127.255.3.4", "loopback"],
    ["::1", "loopback"],
    ["0.0.0.0", "unspecified"],
    ["0.1.2.3", "unspecified"],
    ["::", "unspecified"],
    ["10.0.0.1", "private"],
    ["172.16.5.4", "private"],
    ["192.168.1.1", "private"],
    ["fc00::1", "private"],
    ["fd12:3456::1", "private"],
    ["100.64.0.1", "provider"],
    ["169.254.1.1", "link-local"],
    ["fe80::1", "link-local"],
    ["fe80::1%eth0", "not a public"],
    ["169.254.169.254", "metadata"],
    ["168.63.129.16", "metadata"],
    ["100.100.100.200", "metadata"],
    ["fd00:ec2::254", "metadata"],
    ["224.0.0.1", "multicast"],
    ["ff02::1", "multicast"],
    ["255.255.255.255", "broadcast"],
    ["240.0.0.1", "reserved"],
    ["192.0.2.1", "reserved"],
    ["198.18.0.1", "reserved"],
    ["192.88.99.1", "reserved"],
    ["2001:db8::1", "reserved"],
    ["fec0::1", "reserved"],
    ["100::1", "reserved"],
    ["::ffff:127.0.0.1", "IPv4"],
    ["::ffff:8.8.8.8", "IPv4"],
    ["::127.0.0.1", ""],
    ["64:ff9b::7f00:1", "IPv4"],
    ["64:ff9b:1::7f00:1", "IPv4"],
    ["2002:7f00:1::", "IPv4"],
    ["2001:0:4136:e378:8000:63bf:3fff:fdd2", "IPv4"],
    ["example.org", "not a public"],
    ["", "not a public"],
  ])("%s is refused", (ip, part) => {
    const reason = refusedAddressReason(ip);
    expect(reason).not.toBeNull();
    expect(reason).toContain(part);
  });

  it.each([
    "8.8.8.8",
    "93.184.216.34",
    "1.1.1.1",
    "172.32.0.1",
    "2606:4700:4700::1111",
    "[2a00:1450:4001::1]",
  ])("%s is a public address", (ip) => expect(refusedAddressReason(ip)).toBeNull());

  it("refuses every address of a private network, whatever the notation", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (host) => {
        const hex = (0x0a000000 + host).toString(16).padStart(8, "0");
        const dotted = [24, 16, 8, 0].map((shift) => ((0x0a000000 + host) >>> shift) & 255).join(".");
        expect(refusedAddressReason(dotted)).not.toBeNull();
        expect(refusedAddressReason(`::ffff:${dotted}`)).not.toBeNull();
        expect(refusedAddressReason(`64:ff9b::${hex.slice(0, 4)}:${hex.slice(4)}`)).not.toBeNull();
        expect(refusedAddressReason(`2002:${hex.slice(0, 4)}:${hex.slice(4)}::1`)).not.toBeNull();
      }),
    );
  });
});
