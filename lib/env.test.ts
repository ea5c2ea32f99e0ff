import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

const model = { SIGHTLINE_MODEL_URL: "http://localhost:11434/v1", SIGHTLINE_MODEL_NAME: "small" };

describe("the settings of a language model", () => {
  it("are read, with and without a key, and may be missing or empty", () => {
    expect(readEnv({ ...model, SIGHTLINE_MODEL_KEY: "sk-1" })).toMatchObject({
      ok: true,
      env: { ...model, SIGHTLINE_MODEL_KEY: "sk-1" },
    });
    expect(readEnv(model)).toMatchObject({ ok: true });
    const empty = readEnv({ SIGHTLINE_MODEL_URL: "", SIGHTLINE_MODEL_NAME: "", SIGHTLINE_MODEL_KEY: "" });
    expect(empty.ok && empty.env.SIGHTLINE_MODEL_URL).toBeUndefined();
  });

  it.each([
    [
      { SIGHTLINE_MODEL_URL: model.SIGHTLINE_MODEL_URL },
      "SIGHTLINE_MODEL_NAME must be set when SIGHTLINE_MODEL_URL is",
    ],
    [{ SIGHTLINE_MODEL_NAME: "small" }, "SIGHTLINE_MODEL_URL must be set when SIGHTLINE_MODEL_NAME is"],
    [{ ...model, SIGHTLINE_MODEL_URL: "localhost" }, "SIGHTLINE_MODEL_URL must be an http or https URL"],
    [
      { ...model, SIGHTLINE_MODEL_URL: "file:///etc/passwd" },
      "SIGHTLINE_MODEL_URL must be an http or https URL",
    ],
    [
      { ...model, SIGHTLINE_MODEL_URL: "https://me:secret@example.org" },
      "SIGHTLINE_MODEL_URL must not hold a password",
    ],
    [{ ...model, SIGHTLINE_MODEL_KEY: "sk secret\n" }, "SIGHTLINE_MODEL_KEY must be printable ASCII"],
  ])("stop the start when they cannot be used, never repeating a value: %j", (source, words) => {
    const read = readEnv(source);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.message).toContain(words);
    expect(!read.ok && read.message).not.toContain("secret");
  });
});

describe("the settings of mail and proxies", () => {
  const mail = { SIGHTLINE_SMTP_URL: "smtps://desk:secret@mail.example.org:465" };

  it("are read", () => {
    for (const from of ["desk@example.org", "Sightline desk <desk@example.org>"]) {
      const read = readEnv({ ...mail, SIGHTLINE_MAIL_FROM: from, SIGHTLINE_TRUSTED_PROXIES: "1" });
      expect(read).toMatchObject({
        ok: true,
        env: { SIGHTLINE_MAIL_FROM: from, SIGHTLINE_TRUSTED_PROXIES: 1 },
      });
    }
    expect(readEnv({ SIGHTLINE_TRUSTED_PROXIES: "10.0.0.0/8" })).toMatchObject({
      ok: true,
      env: { SIGHTLINE_TRUSTED_PROXIES: ["10.0.0.0/8"] },
    });
  });

  it.each([
    [mail, "SIGHTLINE_MAIL_FROM must be set when SIGHTLINE_SMTP_URL is"],
    [{ SIGHTLINE_MAIL_FROM: "a@example.org" }, "SIGHTLINE_SMTP_URL must be set when SIGHTLINE_MAIL_FROM is"],
    [{ SIGHTLINE_SMTP_URL: "https://secret@mail.example.org" }, "SIGHTLINE_SMTP_URL must begin with smtp://"],
    [{ ...mail, SIGHTLINE_MAIL_FROM: "desk" }, "SIGHTLINE_MAIL_FROM must be an e-mail address"],
    [
      { ...mail, SIGHTLINE_MAIL_FROM: "a@b.c\r\nBcc: d@e.f" },
      "SIGHTLINE_MAIL_FROM must be an e-mail address",
    ],
    [{ SIGHTLINE_TRUSTED_PROXIES: "all" }, "SIGHTLINE_TRUSTED_PROXIES must be a number"],
  ])("stop the start when they cannot be used, never repeating a value: %j", (source, words) => {
    const read = readEnv(source);
    expect(!read.ok && read.message).toContain(words);
    expect(!read.ok && read.message).not.toContain("secret");
  });
});
