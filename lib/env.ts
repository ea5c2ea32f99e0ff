import { z } from "zod";
import { readTrustedProxies } from "./client-address";

const port = z.coerce
  .number("must be a number")
  .int("must be a whole number")
  .min(1, "must be 1 or more")
  .max(65535, "must be 65535 or less");

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://")
  .refine((value) => URL.canParse(value), "is not a URL");

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const smtpUrl = z
  .string()
  .regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")
  .refine((value) => URL.canParse(value) && new URL(value).hostname !== "", "is not a URL");

// RFC 5322 allows more; a desk's address is this or "Name <this>".
const mailFrom = z
  .string()
  .regex(
    /^(?:[^\p{Cc}<>@]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u,
    "must be an e-mail address, or a name and <an e-mail address>",
  );

const trustedProxies = z.string().transform((value, context) => {
  const trusted = readTrustedProxies(value);
  if (trusted === null) {
    context.addIssue({
      code: "custom",
      message: "must be a number, or addresses and ranges such as 10.0.0.0/8",
    });
    return z.NEVER;
  }
  return trusted;
});

const together = [
  ["SIGHTLINE_MODEL_URL", "SIGHTLINE_MODEL_NAME"],
  ["SIGHTLINE_SMTP_URL", "SIGHTLINE_MAIL_FROM"],
] as const;

const envSchema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    PORT: z.preprocess((value) => (value === "" ? undefined : value), port.default(3000)),
    DATABASE_URL: optional(postgresUrl),
    DATABASE_REPLICA_URLS: optional(
      z
        .string()
        .transform((value) => value.split(",").map((url) => url.trim()))
        .pipe(z.array(postgresUrl)),
    ),
    SIGHTLINE_DATA_DIR: z.preprocess(
      (value) => (value === "" ? undefined : value),
      z.string().default(".data"),
    ),
    SIGHTLINE_URL: optional(
      z
        .url({ protocol: /^https?$/, error: "must be an http or https URL" })
        .transform((url) => url.replace(/\/+$/, "")),
    ),
    SIGHTLINE_SECRET: optional(z.string().min(32, "must have at least 32 characters")),
    SIGHTLINE_ADMIN_EMAIL: optional(
      z.email({ pattern: z.regexes.html5Email, error: "must be an e-mail address" }),
    ),
    SIGHTLINE_ADMIN_PASSWORD: optional(z.string().min(12, "must have at least 12 characters")),
    SIGHTLINE_DEMO: z.preprocess(
      (value) => (value === "" ? undefined : value),
      z.enum(["0", "1"], "must be 0 or 1").default("1"),
    ),
    SIGHTLINE_MODEL_URL: optional(
      z
        .url({ protocol: /^https?$/, error: "must be an http or https URL" })
        .refine(
          (url) => !/^https?:\/\/[^/]*@/.test(url),
          "must not hold a password: use SIGHTLINE_MODEL_KEY",
        ),
    ),
    SIGHTLINE_MODEL_NAME: optional(
      z.string().trim().min(1, "must name a model").max(200, "is longer than 200 characters"),
    ),
    // What a header cannot carry would fail at the first article instead of at the start.
    SIGHTLINE_MODEL_KEY: optional(
      z.string().regex(/^[\x21-\x7e]+$/, "must be printable ASCII without spaces"),
    ),
    SIGHTLINE_SMTP_URL: optional(smtpUrl),
    SIGHTLINE_MAIL_FROM: optional(mailFrom),
    SIGHTLINE_TRUSTED_PROXIES: optional(trustedProxies),
    CHROMIUM_PATH: optional(z.string()),
  })
  .superRefine((env, context) => {
    for (const [one, other] of together) {
      if ((env[one] === undefined) !== (env[other] === undefined)) {
        const [missing, given] = env[one] === undefined ? [one, other] : [other, one];
        context.addIssue({ code: "custom", path: [missing], message: `must be set when ${given} is` });
      }
    }
  });

export type Env = z.infer<typeof envSchema>;

/**
 * Reads the environment.
 * @returns the settings, or one sentence that names each bad variable and says why it cannot be used.
 *   Values are never repeated in it: they may be secrets.
 */
export function readEnv(
  source: Record<string, string | undefined>,
): { ok: true; env: Env } | { ok: false; message: string } {
  const parsed = envSchema.safeParse(source);
  if (parsed.success) {
    return { ok: true, env: parsed.data };
  }
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  return { ok: false, message: `The environment cannot be used: ${problems.join("; ")}.` };
}

let cached: Env | undefined;

/** The settings of this process; throws an Error with the sentence of readEnv when one is bad. */
export function env(): Env {
  if (!cached) {
    const result = readEnv(process.env);
    if (!result.ok) {
      throw new Error(result.message);
    }
    cached = result.env;
  }
  return cached;
}

/** The public base URL, without a slash at its end. */
export const baseUrl = (): string => env().SIGHTLINE_URL ?? `http://localhost:${env().PORT}`;
