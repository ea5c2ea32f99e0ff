import { expect, it } from "vitest";
import { totpCode } from "./totp";

// RFC 6238, appendix B, the last six of its eight digits; the secret is "12345678901234567890".
it.each([
  [59, "287082"],
  [1111111109, "081804"],
  [20000000000, "353130"],
])("at second %i an app shows %s", (second, code) => {
  expect(totpCode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", second * 1000)).toBe(code);
});
