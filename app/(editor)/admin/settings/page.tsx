import type { Metadata } from "next";
import { TwoFactorRule } from "@/components/editor/people/two-factor-rule";
import { isTwoFactorRequired } from "@/lib/auth/two-factor-rule";
import { paths } from "@/lib/paths";
import { setTwoFactorRequiredAction } from "../actions";
import { adminPage } from "../admin-page";

export const metadata: Metadata = { title: "Settings" };

export default function SettingsPage() {
  return adminPage(paths.adminSettings(), "Settings", async () => (
    <TwoFactorRule isRequired={await isTwoFactorRequired()} setRequired={setTwoFactorRequiredAction} />
  ));
}
