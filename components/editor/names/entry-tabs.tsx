import { NavTabs } from "@/components/ui/nav-tabs";
import { entryKinds, entryWords } from "@/lib/names/entry-kinds";
import { paths } from "@/lib/paths";

const pages = entryKinds.map((kind) => ({ label: entryWords[kind].many, href: paths.entries(kind) }));

/** The lists of names. */
export const EntryTabs = () => <NavTabs label="Names" pages={pages} />;
