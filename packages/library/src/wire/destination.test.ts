import { describe, expect, test } from "vitest";
import { placeOf, readDestination } from "./destination.ts";

describe("where a URL leads", () => {
  test.each([
    ["http://example.com", "example.com:80"],
    ["https://example.com/v1?x=1#y", "example.com:443"],
    ["https://EXAMPLE.com:8443/", "example.com:8443"],
    ["http://2130706433:81/", "127.0.0.1:81"],
    ["http://0x7f.1/", "127.0.0.1:80"],
    ["http://0177.0.0.1/", "127.0.0.1:80"],
    ["http://127.1/", "127.0.0.1:80"],
    ["http://１２７.0.0.1/", "127.0.0.1:80"],
    ["http://[::FFFF:127.0.0.1]:81/", "[::ffff:7f00:1]:81"],
    ["http://münchen.example/", "xn--mnchen-3ya.example:80"],
    ["http://example.com./", "example.com.:80"],
    ["http://good.example\\@evil.example/", "good.example:80"],
    ["http://good.example%2eevil.example/", "good.example.evil.example:80"],
    ["http:\\\\example.com/", "example.com:80"],
  ])("%s leads to %s", (url, place) => expect(placeOf(url)).toBe(place));

  test.each([
    ["ftp://example.com/", /scheme ftp:/],
    ["file:///etc/passwd", /scheme file:/],
    ["javascript:alert(1)", /scheme javascript:/],
    ["/relative", /not an absolute URL/],
    ["", /not an absolute URL/],
    ["http://256.1.1.1/", /not an absolute URL/],
    ["http://user@example.com/", /user name or password/],
    ["http://good.example:80@evil.example/", /user name or password/],
  ])("%s is unusable", (url, reason) => {
    expect(readDestination(url)).toEqual({ kind: "unusable", reason: expect.stringMatching(reason) });
  });

  test("the fragment is not sent", () => {
    expect(readDestination("http://a.example/p?q#f")).toMatchObject({
      destination: { origin: "http://a.example", path: "/p?q" },
    });
  });
});
