import type { ReactNode } from "react";
import { DeskPage, RoleNotice } from "@/components/editor/chrome/desk-page";
import { AdminTabs } from "@/components/editor/people/admin-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { hasRole, type Principal } from "@/lib/auth/principal";
import { principalOfViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { requireViewer } from "../editor-page";

/** A page for administrators, at the given path; anybody else who is signed in learns whom it is for. */
export async function adminPage(
  path: string,
  title: string,
  content: (principal: Principal) => Promise<ReactNode>,
) {
  const viewer = await requireViewer(path);
  if (!hasRole(viewer, "admin")) {
    return (
      <RoleNotice title="For administrators">
        <p>Your role is {viewer.role}. People, keys and settings are the administrators' business.</p>
        <ButtonLink href={paths.account()}>Your own account</ButtonLink>
      </RoleNotice>
    );
  }
  return (
    <DeskPage title={title}>
      <AdminTabs />
      {await content(await principalOfViewer(viewer))}
    </DeskPage>
  );
}
