import type { Metadata } from "next";
import { DeskPage, RoleNotice } from "@/components/editor/chrome/desk-page";
import { KeysDesk } from "@/components/editor/people/keys-desk";
import { PeopleDesk } from "@/components/editor/people/people-desk";
import { ButtonLink } from "@/components/ui/button";
import { shownAddress } from "@/lib/auth/address";
import { listApiKeys, listPeople } from "@/lib/auth/people";
import { hasRole } from "@/lib/auth/principal";
import { principalOfViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { requireViewer } from "../editor-page";
import {
  addUserAction,
  createApiKeyAction,
  revokeApiKeyAction,
  setDisabledAction,
  setRoleAction,
} from "./actions";

export const metadata: Metadata = { title: "People" };

export default async function AdminPage() {
  const viewer = await requireViewer(paths.admin());
  if (!hasRole(viewer, "admin")) {
    return (
      <RoleNotice title="For administrators">
        <p>Your role is {viewer.role}. Accounts and keys are managed by administrators.</p>
        <ButtonLink href={paths.account()}>Your own account</ButtonLink>
      </RoleNotice>
    );
  }
  const principal = await principalOfViewer(viewer);
  const [people, keys] = await Promise.all([listPeople(principal), listApiKeys(principal)]);
  return (
    <DeskPage title="People and keys">
      <PeopleDesk
        people={people}
        ownId={viewer.id}
        actions={{ addUser: addUserAction, setRole: setRoleAction, setDisabled: setDisabledAction }}
      />
      <KeysDesk
        keys={keys}
        owners={people.filter(({ isDisabled }) => !isDisabled).map(({ email }) => email)}
        ownAddress={shownAddress(viewer.email)}
        actions={{ createApiKey: createApiKeyAction, revokeApiKey: revokeApiKeyAction }}
      />
    </DeskPage>
  );
}
