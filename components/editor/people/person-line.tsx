import { NativeSelect } from "@mantine/core";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import type { ActionResult } from "@/lib/api/action-result";
import { type Role, roles } from "@/lib/taxonomy/terms";
import { dateTimeWords } from "../desk/date-time-words";
import styles from "./people.module.css";
import type { PeopleActions } from "./people-actions";

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isDisabled: boolean;
  isInvited: boolean;
  invitedUntil: string | null;
  hasTwoFactor: boolean;
  lastSeenAt: string | null;
};

/** Runs an act and tells what came of it, in the words given when it went well. */
export type RunAct = (work: Promise<ActionResult<unknown>>, words: string) => Promise<void>;

type Parts = { person: Person; isBusy: boolean; actions: PeopleActions; run: RunAct };

/** An account: who, with which role, since when, and what can be done about it. */
export function PersonLine({ isOwn, ...parts }: Parts & { isOwn: boolean }) {
  const { person, isBusy, actions, run } = parts;
  return (
    <li className={styles.person}>
      <div className={person.isDisabled ? styles.disabled : undefined}>
        <span className={styles.name}>{person.name}</span> <StateTags person={person} isOwn={isOwn} />
        <span className={styles.mail}>{person.email}</span>
      </div>
      <NativeSelect
        aria-label={`Role of ${person.name}`}
        value={person.role}
        data={[...roles]}
        disabled={isBusy || isOwn}
        onChange={(event) => {
          const role = roles.find((known) => known === event.currentTarget.value) ?? person.role;
          void run(actions.setRole({ userId: person.id, role }), `${person.name} now has the role ${role}.`);
        }}
      />
      <span className={styles.note}>{seenWords(person)}</span>
      <div className={styles.personActs}>
        {!isOwn && (person.isInvited ? <InvitationActs {...parts} /> : <AccountActs {...parts} />)}
      </div>
    </li>
  );
}

function seenWords({ isInvited, invitedUntil, lastSeenAt }: Person): string {
  if (isInvited) {
    return invitedUntil ? `link until ${dateTimeWords(invitedUntil)}` : "the link has expired";
  }
  return lastSeenAt ? `seen ${dateTimeWords(lastSeenAt)}` : "not signed in";
}

function StateTags({ person, isOwn }: { person: Person; isOwn: boolean }) {
  return (
    <>
      {isOwn && <Tag>You</Tag>} {person.isInvited && <Tag tone="caution">Invited</Tag>}{" "}
      {person.hasTwoFactor && <Tag tone="good">Two-factor</Tag>}{" "}
      {person.isDisabled && <Tag tone="danger">Disabled</Tag>}
    </>
  );
}

function InvitationActs({ person, isBusy, actions, run }: Parts) {
  const of = { userId: person.id };
  return (
    <>
      <Button
        size="small"
        disabled={isBusy}
        aria-label={`Send the invitation of ${person.email} again`}
        onClick={() => run(actions.renewInvitation(of), `A new invitation for ${person.email}.`)}
      >
        Send again
      </Button>
      <Button
        size="small"
        disabled={isBusy}
        aria-label={`Withdraw the invitation of ${person.email}`}
        onClick={() => run(actions.withdrawInvitation(of), `Withdrew the invitation of ${person.email}.`)}
      >
        Withdraw
      </Button>
    </>
  );
}

function AccountActs({ person, isBusy, actions, run }: Parts) {
  const { name, isDisabled } = person;
  const of = { userId: person.id };
  return (
    <>
      <Button
        size="small"
        disabled={isBusy || isDisabled}
        aria-label={`Make a password link for ${name}`}
        onClick={() => run(actions.makePasswordLink(of), `A link by which ${name} chooses a new password.`)}
      >
        Password link
      </Button>
      {person.hasTwoFactor && (
        <Button
          size="small"
          disabled={isBusy}
          aria-label={`Reset two-factor of ${name}`}
          onClick={() => run(actions.resetTwoFactor(of), `${name} signs in with the password alone.`)}
        >
          Reset two-factor
        </Button>
      )}
      <Button
        size="small"
        disabled={isBusy || person.lastSeenAt === null}
        aria-label={`Sign ${name} out everywhere`}
        onClick={() => run(actions.signOut(of), `Signed ${name} out everywhere.`)}
      >
        Sign out
      </Button>
      <Button
        size="small"
        disabled={isBusy}
        aria-label={`${isDisabled ? "Enable" : "Disable"} ${name}`}
        onClick={() =>
          run(
            actions.setDisabled({ ...of, isDisabled: !isDisabled }),
            `${isDisabled ? "Enabled" : "Disabled"} ${name}.`,
          )
        }
      >
        {isDisabled ? "Enable" : "Disable"}
      </Button>
    </>
  );
}
