import { expect, test } from "vitest";
import { clientPrefix } from "./client-prefix";

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.9", "203.0.113.0/24"],
  ["::FFFF:203.0.113.9", "203.0.113.0/24"],
  ["2001:db8:1:22ff:3::9", "2001:db8:1:2200::/56"],
  ["2001:DB8:0001:2201::", "2001:db8:1:2200::/56"],
  ["2001:db8::1", "2001:db8:0:0::/56"],
  ["1:2:3:4ff:5:6:7:8", "1:2:3:400::/56"],
  ["::1", "0:0:0:0::/56"],
  ["::", "0:0:0:0::/56"],
  ["fe80::1%eth0", "fe80:0:0:0::/56"],
  ["64:ff9b::192.0.2.33", "64:ff9b:0:0::/56"],
  ["1:2:3:4:5:6:192.0.2.33", "1:2:3:0::/56"],
])("%s is in %s", (address, prefix) => {
  expect(clientPrefix(address)).toBe(prefix);
});

test("neighbours share a prefix, other networks do not", () => {
  expect(clientPrefix("203.0.113.1")).toBe(clientPrefix("203.0.113.254"));
  expect(clientPrefix("203.0.113.1")).not.toBe(clientPrefix("203.0.114.1"));
  expect(clientPrefix("2001:db8:1:2200::1")).toBe(clientPrefix("2001:db8:1:22ff:ffff::"));
  expect(clientPrefix("2001:db8:1:2200::1")).not.toBe(clientPrefix("2001:db8:1:2300::1"));
});

test("what is no address shares one name", () => {
  for (const address of [null, "", "canary", "1.2.3", "1.2.3.4, 5.6.7.8", "256.1.1.1", "::ffff:999.1.1.1", "2001:db8::1::2", "[::1]", "__proto__"]) expect(clientPrefix(address)).toBe("unknown");
});
