import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";

type ListedIncident = {
  publicId: string;
  title: string;
  version: number;
  links: { publicId: string; title: string; direction: string }[];
};

/** The published incident that the words find first. */
export async function findIncident(request: APIRequestContext, words: string): Promise<ListedIncident> {
  const answer = await request.get("/api/v1/incidents", { params: { q: words, limit: 1 } });
  expect(answer.ok()).toBe(true);
  const { data } = (await answer.json()) as { data: ListedIncident[] };
  const [incident] = data;
  if (!incident) {
    throw new Error(`No incident matches "${words}"`);
  }
  return incident;
}
