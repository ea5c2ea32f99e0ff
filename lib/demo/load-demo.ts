import "server-only";
import { textSha256 } from "@/lib/articles/intake/snapshot";
import { systemPrincipal } from "@/lib/auth/principal";
import { buildQuote } from "@/lib/claims/quote-selector";
import type { ClaimInput } from "@/lib/claims/schema";
import { database, type Transaction } from "@/lib/db/client";
import { insertIncident } from "@/lib/incidents/commands";
import { writeRevision } from "@/lib/incidents/revisions";
import { incidentInputSchema } from "@/lib/incidents/schema";
import { publisherOf } from "@/lib/publishers/commands";
import { type DemoData, loadDemoData } from "./demo-data";

const limits = { maxWait: 10_000, timeout: 300_000 };

type StoredArticle = { id: string; text: string };
type Quoted = { articleId: string; quote: { exact: string; start: number; end: number } };

async function loadArticles(
  transaction: Transaction,
  articles: DemoData["articles"],
): Promise<Map<string, StoredArticle>> {
  const publisher = await publisherOf(transaction, { name: "Sightline demo", url: null });
  const stored = new Map<string, StoredArticle>();
  for (const article of articles) {
    const text = article.paragraphs.join("\n\n");
    const { id } = await transaction.article.create({
      data: {
        title: article.title,
        byline: article.byline,
        publisherId: publisher?.id ?? null,
        language: article.language,
        publishedOn: new Date(`${article.publishedOn}T00:00:00Z`),
        publishedOnFrom: "given",
        timeZone: article.timeZone,
        text,
        textSha256: textSha256(text),
        demo: true,
      },
      select: { id: true },
    });
    stored.set(article.key, { id, text });
  }
  return stored;
}

function quoteIn(articles: Map<string, StoredArticle>, key: string, exact: string): Quoted {
  const article = articles.get(key);
  const start = article?.text.indexOf(exact) ?? -1;
  if (!article || start < 0) {
    throw new Error(`The demo quotes words that do not stand in its article ${key}: ${exact}`);
  }
  return { articleId: article.id, quote: { exact, start, end: start + exact.length } };
}

function inputOf(incident: DemoData["incidents"][number], articles: Map<string, StoredArticle>) {
  const { key: _key, place, placePrecision, latitude, longitude, claims, ...fields } = incident;
  return incidentInputSchema.parse({
    ...fields,
    place: {
      slug: place,
      precision: placePrecision,
      latitude: latitude ?? null,
      longitude: longitude ?? null,
    },
    claims: claims.map(
      ({ article, quote, ...claim }): ClaimInput => ({ ...claim, ...quoteIn(articles, article, quote) }),
    ),
  });
}

async function loadLinks(
  transaction: Transaction,
  links: DemoData["links"],
  ids: Map<string, string>,
  articles: Map<string, StoredArticle>,
): Promise<void> {
  await transaction.incidentLink.createMany({
    data: links.map(({ from, to, type, confidence, article, quote }) => {
      const quoted = article && quote ? quoteIn(articles, article, quote) : null;
      const text = article ? articles.get(article)?.text : undefined;
      return {
        fromId: ids.get(from) ?? "",
        toId: ids.get(to) ?? "",
        type,
        confidence,
        articleId: quoted?.articleId ?? null,
        ...(quoted && text ? buildQuote(text, quoted.quote.start, quoted.quote.end) : {}),
      };
    }),
  });
}

/**
 * Loads the demo timeline: articles in our own words, the published incidents that they back and the
 * links between them, all or nothing.
 */
export async function loadDemo(): Promise<{ incidents: number; links: number; articles: number }> {
  const demo = loadDemoData();
  await database().$transaction(async (transaction) => {
    const articles = await loadArticles(transaction, demo.articles);
    await transaction.campaign.createMany({ data: demo.campaigns, skipDuplicates: true });
    const ids = new Map<string, string>();
    for (const incident of demo.incidents) {
      const id = await insertIncident(transaction, systemPrincipal, inputOf(incident, articles), {
        status: "published",
        publishedAt: new Date(),
      });
      ids.set(incident.key, id);
    }
    await loadLinks(transaction, demo.links, ids, articles);
    for (const incidentId of ids.values()) {
      await writeRevision(transaction, {
        incidentId,
        before: null,
        action: "create",
        principal: systemPrincipal,
        reason: "Demo timeline",
      });
    }
  }, limits);
  return { incidents: demo.incidents.length, links: demo.links.length, articles: demo.articles.length };
}
