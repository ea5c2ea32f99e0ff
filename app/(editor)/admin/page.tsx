import type { Metadata } from "next";
import { PeopleDesk } from "@/components/editor/people/people-desk";
import { listPeople } from "@/lib/auth/people";
import { isMailConfigured } from "@/lib/mail/send";
import { paths } from "@/lib/paths";
import {
  invitePersonAction,
  makePasswordLinkAction,
  renewInvitationAction,
  resetTwoFactorAction,
  setDisabledAction,
  setRoleAction,
  signOutPersonAction,
  withdrawInvitationAction,
} from "./actions";
import { adminPage } from "./admin-page";

export const metadata: Metadata = { title: "People" };

const actions = {
  invite: invitePersonAction,
  renewInvitation: renewInvitationAction,
  withdrawInvitation: withdrawInvitationAction,
  makePasswordLink: makePasswordLinkAction,
  signOut: signOutPersonAction,
  resetTwoFactor: resetTwoFactorAction,
  setRole: setRoleAction,
  setDisabled: setDisabledAction,
};

export default function PeoplePage() {
  return adminPage(paths.admin(), "People", async (principal) => (
    <PeopleDesk
      people={await listPeople(principal)}
      ownId={principal.id ?? ""}
      sendsMail={isMailConfigured()}
      actions={actions}
    />
  ));
}
