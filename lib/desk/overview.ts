import "server-only";
import { countArticlesWithOpen, listArticlesForDesk } from "@/lib/articles/queries";
import type { Principal } from "@/lib/auth/principal";
import { listBulkChanges } from "@/lib/incidents/bulk-queries";
import { getDraftsPart, getQueuePart, listRecentChanges } from "@/lib/incidents/desk-queries";
import { countDuplicates } from "@/lib/incidents/duplicate-queries";
import { countUnread } from "@/lib/notifications/queries";
import { listSavedSearches } from "@/lib/saved-searches/queries";

/** Lines of each part; the part says how many more there are and leads to them. */
const shown = 8;

export type DeskOverview = Awaited<ReturnType<typeof getDeskOverview>>;

/** Everything that the desk's first page shows: bounded reads over indexes, all at once. */
export async function getDeskOverview(viewer: Pick<Principal, "role"> & { id: string }) {
  const [
    drafts,
    queue,
    openArticles,
    openTotal,
    latestArticles,
    duplicates,
    changes,
    searches,
    bulk,
    unread,
  ] = await Promise.all([
    getDraftsPart(viewer.id, shown),
    getQueuePart(shown),
    listArticlesForDesk(shown, { withOpen: true }),
    countArticlesWithOpen(),
    listArticlesForDesk(shown),
    countDuplicates(),
    listRecentChanges(shown),
    listSavedSearches(viewer.id),
    listBulkChanges(viewer, 5),
    countUnread(viewer.id),
  ]);
  return {
    drafts,
    queue,
    openArticles: { lines: openArticles, total: openTotal },
    latestArticles,
    duplicates,
    changes,
    searches,
    bulk,
    unread,
  };
}
