import { ButtonLink } from "@/components/ui/button-link";
import { paths } from "@/lib/paths";
import { RoleNotice } from "./desk-page";

/** For somebody who is signed in and may only read. */
export function ReaderNotice() {
  return (
    <RoleNotice title="Your account is for reading">
      <p>
        Importing articles and drafting incidents needs the role contributor or above. An administrator can
        give it to you.
      </p>
      <ButtonLink href={paths.home()}>To the timeline</ButtonLink>
    </RoleNotice>
  );
}
