import { expect, it } from "vitest";
import filter from "./plain-text";

it("shows markup as text", () => {
  const { FilterXSS } = filter;
  expect(new FilterXSS().process(`<b title="a">A & 'B'</b>`)).toBe(
    "&lt;b title=&quot;a&quot;&gt;A &amp; &#39;B&#39;&lt;/b&gt;",
  );
});
