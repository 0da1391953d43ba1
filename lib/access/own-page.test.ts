import { expect, test } from "vitest";
import { ownPage } from "./own-page";

test.each(["/office", "/office/account/factor", "/office/settings/staff", "/office/settings/staff/00000000-0000-4000-8000-000000000001"])("back to %s", (path) => expect(ownPage(path)).toBe(path));

test.each(["//evil.example", "/office//evil.example", "https://evil.example", "/office/../fr", "/office/%2e%2e/x", "/office\\@evil", "/office?x=1", "/office/", "/officer", "/fr", "", "javascript:alert(1)", "/office\n/x", `/office/${"a".repeat(300)}`, ["/office"], null, undefined])(
  "AU11: not to %j",
  (path) => expect(ownPage(path)).toBe("/office"),
);
