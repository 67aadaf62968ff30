import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPublicAddress, mayContact, readAddressScope } from "./address-rules.ts";

// Blocks from the IANA IPv4 and IPv6 Special-Purpose Address Registries, and the clouds' documented metadata addresses.
const inside = [
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "100.64.0.1",
  "100.100.100.200", // Alibaba Cloud metadata
  "127.0.0.1",
  "127.255.255.254",
  "168.63.129.16", // Azure WireServer
  "169.254.169.254", // AWS, Azure, Google metadata
  "169.254.170.2", // AWS ECS credentials
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.192", // Oracle Cloud metadata
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::127.0.0.1", // IPv4-compatible, deprecated by RFC 4291
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "::ffff:a9fe:a9fe",
  "::ffff:0:127.0.0.1",
  "64:ff9b::127.0.0.1",
  "64:ff9b::a9fe:a9fe",
  "64:ff9b:1::1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2002:7f00:1::1",
  "fc00::1",
  "fd00:ec2::254", // AWS metadata over IPv6
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "4000::1",
];
const outside = [
  "8.8.8.8",
  "1.1.1.1",
  "93.184.215.14",
  "172.15.255.255",
  "172.32.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::8.8.8.8",
  "2606:4700:4700::1111",
  "2001:4860:4860::8888",
];

describe("public addresses", () => {
  test.each(inside)("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));
  test.each(outside)("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

  test("an IPv4 address is as public inside IPv6 as it is by itself", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
        expect(isPublicAddress(`64:ff9b::${address}`)).toBe(isPublicAddress(address));
      }),
    );
  });
});

describe("what may be contacted", () => {
  const may = (listed: string[], name: string, address: string) =>
    mayContact({ name, address, port: 8080 }, readAddressScope(listed));

  test("a public address behind any name", () => expect(may([], "api.example", "8.8.8.8")).toBe(true));

  test.each(inside)("%s behind an approved public name is refused", (address) => {
    expect(may(["api.example", "api.example:8080"], "api.example", address)).toBe(false);
  });

  test.each([
    ["127.0.0.1", "127.0.0.1"],
    ["127.0.0.1:8080", "127.0.0.1"],
    ["127.0.0.1", "::ffff:127.0.0.1"],
    ["10.1.2.3:8080", "10.1.2.3"],
    ["[::1]:8080", "::1"],
    ["[::1]", "::1"],
    ["::1", "0:0:0:0:0:0:0:1"],
    ["[FD00::12]:8080", "fd00::12"],
  ])("with %s listed, a name may lead to %s", (listed, address) => {
    expect(may([listed], "inside.example", address)).toBe(true);
  });

  test.each([
    ["127.0.0.1:9090", "127.0.0.1"],
    ["127.0.0.1", "127.0.0.2"],
    ["[fd00::12]:9090", "fd00::12"],
    // Without brackets the last group must not be taken for a port.
    ["fd00::12:8080", "fd00::12"],
    ["10.0.0.0/8", "10.1.2.3"],
    ["*", "10.1.2.3"],
  ])("with %s listed, %s is still refused", (listed, address) => {
    expect(may([listed], "inside.example", address)).toBe(false);
  });

  test("localhost names lead to this machine when they are listed, and nowhere else inside", () => {
    expect(may(["localhost:8080"], "localhost", "127.0.0.1")).toBe(true);
    expect(may(["localhost"], "localhost", "::1")).toBe(true);
    expect(may(["app.localhost"], "app.localhost", "127.0.0.1")).toBe(true);
    expect(may(["localhost:9090"], "localhost", "127.0.0.1")).toBe(false);
    expect(may(["localhost"], "localhost", "10.0.0.1")).toBe(false);
    expect(may(["localhost"], "other.example", "127.0.0.1")).toBe(false);
    expect(may(["localhost.example"], "localhost.example", "127.0.0.1")).toBe(false);
  });

  test("what is no address at all is refused", () => {
    expect(may(["evil"], "evil", "evil")).toBe(false);
    expect(may([], "evil", "0x7f.1")).toBe(false);
  });
});
