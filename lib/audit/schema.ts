import { z } from "zod";

/** Security-relevant acts, in the words that the audit log shows. */
export const auditActions = {
  "sign-in": "Signed in",
  "sign-in-failed": "Could not sign in",
  "sign-out-everywhere": "Signed out everywhere",
  "password-changed": "Changed the password",
  "password-reset-asked": "Asked for a password link",
  "password-link-made": "Made a password link",
  "password-reset": "Chose a new password",
  "two-factor-on": "Turned two-factor on",
  "two-factor-off": "Turned two-factor off",
  "two-factor-reset": "Reset two-factor",
  "backup-codes-made": "Made backup codes",
  "account-made": "Made an account",
  "first-administrator": "Made the first administrator",
  invited: "Invited",
  "invitation-renewed": "Sent an invitation again",
  "invitation-withdrawn": "Withdrew an invitation",
  "invitation-accepted": "Accepted an invitation",
  "role-changed": "Changed a role",
  "account-disabled": "Disabled an account",
  "account-enabled": "Enabled an account",
  "key-made": "Made an API key",
  "key-revoked": "Revoked an API key",
  "setting-changed": "Changed a setting",
} as const;

export type AuditAction = keyof typeof auditActions;

const auditActionNames = Object.keys(auditActions) as [AuditAction, ...AuditAction[]];

const wordsByName: Record<string, string> = auditActions;

/** The words of a stored action; one of a later version is shown as it is. */
export const auditActionWords = (action: string): string => wordsByName[action] ?? action;

/** More about an act, such as { from: "editor", to: "admin" }; never a secret. */
export type AuditDetails = Record<string, string | number | boolean | null>;

export type AuditLine = {
  id: string;
  action: string;
  userName: string;
  target: string | null;
  details: AuditDetails;
  ipAddress: string | null;
  createdAt: string;
};

const day = z.iso.date();

/** The filter of the audit log as it stands in an address; what cannot be used is left out. */
const auditFilterSchema = z.object({
  /** Part of the name of who did it, or of what it was done to. */
  who: z.string().trim().max(200).catch(""),
  action: z.enum(auditActionNames).or(z.literal("")).catch(""),
  /** Days in UTC, both included. */
  from: day.or(z.literal("")).catch(""),
  to: day.or(z.literal("")).catch(""),
  /** Id of the event before which the page begins. */
  before: z.uuid().or(z.literal("")).catch(""),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** The filter of an address's query; the first of repeated parameters counts. */
export function readAuditFilter(query: Record<string, string | string[] | undefined>): AuditFilter {
  const single = Object.entries(query).map(([name, value]) => [name, [value ?? ""].flat()[0] ?? ""]);
  return auditFilterSchema.parse({
    who: "",
    action: "",
    from: "",
    to: "",
    before: "",
    ...Object.fromEntries(single),
  });
}

/** The filter as a query, without what is empty. */
export const auditQuery = (filter: Partial<AuditFilter>): string =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== "")).toString();
