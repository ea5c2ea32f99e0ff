import type { Metadata } from "next";
import { ReviewRule } from "@/components/editor/people/review-rule";
import { TwoFactorRule } from "@/components/editor/people/two-factor-rule";
import { isTwoFactorRequired } from "@/lib/auth/two-factor-rule";
import { paths } from "@/lib/paths";
import { isReviewRequired } from "@/lib/settings/queries";
import { setTwoFactorRequiredAction } from "../actions";
import { adminPage } from "../admin-page";
import { setReviewRequiredAction } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default function SettingsPage() {
  return adminPage(paths.adminSettings(), "Settings", async () => (
    <>
      <ReviewRule isRequired={await isReviewRequired()} setRequired={setReviewRequiredAction} />
      <TwoFactorRule isRequired={await isTwoFactorRequired()} setRequired={setTwoFactorRequiredAction} />
    </>
  ));
}
