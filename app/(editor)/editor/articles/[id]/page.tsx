import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { itemsOfArticle, newKeys } from "@/components/editor/workbench/item";
import { Workbench } from "@/components/editor/workbench/workbench";
import { getArticle, getModelReport, listSuggestedLinks, listSuggestions } from "@/lib/articles/queries";
import type { SuggestionView } from "@/lib/articles/schema";
import { hasRole } from "@/lib/auth/principal";
import { listCampaigns } from "@/lib/campaigns/queries";
import { listFormDrafts } from "@/lib/drafts/queries";
import { listQuotesLeftBehind } from "@/lib/incidents/article-import";
import { listArticleIncidents } from "@/lib/incidents/article-incidents";
import type { LikeIncident } from "@/lib/incidents/likeness";
import { listLikeIncidents } from "@/lib/incidents/likeness-queries";
import { getIncidentForEditor } from "@/lib/incidents/permalink-queries";
import type { IncidentRecord } from "@/lib/incidents/schema";
import { paths } from "@/lib/paths";
import { isReviewRequired } from "@/lib/settings/queries";
import { requireViewer } from "../../../editor-page";
import { editorActions } from "../../editor-actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ note?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await getArticle((await params).id);
  return { title: article ? `Workbench: ${article.title}` : "Workbench" };
}

/** The incidents that were made of an article, with the claims of every article about them. */
async function recordsOf(articleId: string, accepted: readonly (string | null)[]): Promise<IncidentRecord[]> {
  const listed = await listArticleIncidents(articleId, { includeUnpublished: true });
  const ids = new Set([...listed.map(({ publicId }) => publicId), ...accepted.filter((id) => id !== null)]);
  const found = await Promise.all([...ids].map((id) => getIncidentForEditor(id)));
  return found.flatMap((incident) => (incident ? [incident.record] : []));
}

/** What is recorded already of each open proposal, by the proposal's id. */
async function likesOf(
  articleId: string,
  suggestions: readonly SuggestionView[],
): Promise<Map<string, LikeIncident[]>> {
  const open = suggestions.filter(({ status }) => status === "open");
  const lists = await listLikeIncidents(
    articleId,
    open.map(({ proposal }) => proposal),
  );
  return new Map(open.map(({ id }, index) => [id, lists[index] ?? []]));
}

export default async function WorkbenchPage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireViewer(paths.workbench(id));
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  const article = await getArticle(id);
  if (!article) {
    notFound();
  }
  const isReviewed = await isReviewRequired();
  const [suggestions, suggestedLinks, campaigns, model, leftBehind] = await Promise.all([
    listSuggestions(id),
    listSuggestedLinks(id),
    listCampaigns(),
    getModelReport(id),
    listQuotesLeftBehind(id),
  ]);
  const records = await recordsOf(
    id,
    suggestions.map(({ incidentPublicId }) => incidentPublicId),
  );
  const drafts = await listFormDrafts(viewer.id, [
    ...suggestions.map((suggestion) => `suggestion:${suggestion.id}`),
    ...records.map(({ incident }) => `incident:${incident.publicId}`),
    ...newKeys(id),
  ]);
  const sources = new Map(
    records.flatMap(({ incident }) => incident.sources.map((source) => [source.articleId, source])),
  );
  return (
    <Workbench
      key={id}
      article={article}
      model={model}
      leftBehind={leftBehind}
      items={itemsOfArticle({
        articleId: id,
        timeZone: article.timeZone ?? "UTC",
        suggestions,
        likes: await likesOf(id, suggestions),
        records,
        drafts,
      })}
      suggestedLinks={suggestedLinks}
      sources={[...sources.values()]}
      campaigns={campaigns.map(({ slug, name }) => ({ slug, name }))}
      viewer={{
        id: viewer.id,
        mayPublish: hasRole(viewer, "editor") && !isReviewed,
        proposes: !hasRole(viewer, "editor") || isReviewed,
      }}
      actions={editorActions}
      wasStored={(await searchParams).note === "stored"}
    />
  );
}
