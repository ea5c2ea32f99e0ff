import { paths } from "@/lib/paths";
import type { Role } from "@/lib/taxonomy/terms";

type Goal = { letter: string; label: string; href: string; role?: Role };

/** Where G and then a letter leads, from every page of the desk; parts of the desk by their ids. */
const goals: readonly Goal[] = [
  { letter: "D", label: "Desk", href: paths.editor() },
  { letter: "I", label: "Incidents", href: paths.incidentTable() },
  { letter: "A", label: "Import article", href: paths.newArticle() },
  { letter: "R", label: "Review", href: paths.review() },
  { letter: "U", label: "Duplicates", href: paths.duplicates(), role: "editor" },
  { letter: "E", label: "Actors", href: paths.entries("actors") },
  { letter: "L", label: "Places", href: paths.entries("places") },
  { letter: "H", label: "Publishers", href: paths.entries("publishers") },
  { letter: "V", label: "Campaigns", href: paths.entries("campaigns") },
  { letter: "N", label: "Notifications", href: paths.notifications() },
  { letter: "M", label: "My drafts", href: `${paths.editor()}#drafts` },
  { letter: "Q", label: "Queue for review", href: `${paths.editor()}#queue` },
  { letter: "O", label: "Articles with open proposals", href: `${paths.editor()}#open-articles` },
  { letter: "C", label: "Recent changes", href: `${paths.editor()}#changes` },
  { letter: "S", label: "Saved searches", href: `${paths.editor()}#searches` },
  { letter: "B", label: "Bulk changes", href: `${paths.editor()}#bulk` },
  { letter: "T", label: "Timeline", href: paths.home() },
  { letter: "Y", label: "Your account", href: paths.account() },
  { letter: "P", label: "Administration", href: paths.admin(), role: "admin" },
];

const ranks: readonly Role[] = ["viewer", "contributor", "editor", "admin"];

/** The goals that somebody of a role may reach. */
export const goalsFor = (role: Role): readonly Goal[] =>
  goals.filter((goal) => ranks.indexOf(role) >= ranks.indexOf(goal.role ?? "contributor"));
