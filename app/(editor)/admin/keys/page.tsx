import type { Metadata } from "next";
import { KeysDesk } from "@/components/editor/people/keys-desk";
import { shownAddress } from "@/lib/auth/address";
import { listApiKeys } from "@/lib/auth/api-keys";
import { listPeople } from "@/lib/auth/people";
import { paths } from "@/lib/paths";
import { createApiKeyAction, revokeApiKeyAction } from "../actions";
import { adminPage } from "../admin-page";

export const metadata: Metadata = { title: "API keys" };

export default function KeysPage() {
  return adminPage(paths.adminKeys(), "API keys", async (principal) => {
    const [people, keys] = await Promise.all([listPeople(principal), listApiKeys(principal)]);
    return (
      <KeysDesk
        keys={keys}
        owners={people
          .filter(({ isDisabled, isInvited }) => !isDisabled && !isInvited)
          .map(({ email }) => email)}
        ownAddress={shownAddress(principal.email ?? "")}
        createKey={createApiKeyAction}
        revokeKey={revokeApiKeyAction}
      />
    );
  });
}
