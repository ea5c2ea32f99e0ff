import { NavTabs } from "@/components/ui/nav-tabs";
import { paths } from "@/lib/paths";

const pages = [
  { label: "People", href: paths.admin(), exact: true },
  { label: "API keys", href: paths.adminKeys() },
  { label: "Audit log", href: paths.adminAudit() },
  { label: "Settings", href: paths.adminSettings() },
];

/** The administrators' pages. */
export const AdminTabs = () => <NavTabs label="Administration" pages={pages} />;
