import { describe, expect, it } from "vitest";
import { requireLocalDatabase } from "./local-only";

describe("requireLocalDatabase", () => {
  it("accepts this machine", () => {
    for (const host of ["127.0.0.1:5432", "localhost", "[::1]:5433"]) {
      expect(() => requireLocalDatabase(`postgresql://u:p@${host}/db`)).not.toThrow();
    }
  });

  it("refuses any other server and does not repeat the password", () => {
    const attempt = () => requireLocalDatabase("postgresql://user:secret@db.example.org/sightline");
    expect(attempt).toThrow("db.example.org");
    expect(attempt).not.toThrow("secret");
  });
});
