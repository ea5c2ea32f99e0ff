import type { ActionResult } from "@/lib/api/action-result";
import type { Role } from "@/lib/taxonomy/terms";

type Sent = { email: string; link: string | null; expiresAt: string };
type OfPerson<T> = (input: { userId: string }) => Promise<ActionResult<T>>;

/** What administrators can do about people. */
export type PeopleActions = {
  invite: (input: { email: string; role: Role }) => Promise<ActionResult<Sent>>;
  renewInvitation: OfPerson<Sent>;
  withdrawInvitation: OfPerson<void>;
  makePasswordLink: OfPerson<Sent>;
  signOut: OfPerson<void>;
  resetTwoFactor: OfPerson<void>;
  setRole: (input: { userId: string; role: Role }) => Promise<ActionResult<void>>;
  setDisabled: (input: { userId: string; isDisabled: boolean }) => Promise<ActionResult<void>>;
};
