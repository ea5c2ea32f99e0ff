import { slugify } from "@/lib/geo/fold";

/** Every link of the site. */
export const paths = {
  home: (query = "") => (query ? `/?${query}` : "/"),
  about: () => "/about",
  apiDocs: () => "/docs/api",
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
  account: () => "/account",
  scheme: () => "/scheme",
  incident: (publicId: string, title?: string) => {
    const slug = title ? slugify(title) : "";
    return slug ? `/incidents/${publicId}/${slug}` : `/incidents/${publicId}`;
  },
  incidentVersion: (publicId: string, version: number) => `/incidents/${publicId}@${version}`,
  article: (id: string) => `/articles/${id}`,
  actor: (slug: string) => `/actors/${slug}`,
  place: (slug: string) => `/places/${slug}`,
  campaign: (slug: string) => `/campaigns/${slug}`,
  editor: () => "/editor",
  newArticle: () => "/editor/articles/new",
  workbench: (articleId: string) => `/editor/articles/${articleId}`,
  editIncident: (publicId: string) => `/editor/incidents/${publicId}`,
  review: () => "/editor/review",
  admin: () => "/admin",
  api: {
    description: () => "/api/v1/openapi.json",
    incident: (publicId: string) => `/api/v1/incidents/${publicId}`,
    timeline: (query: string) => `/api/v1/timeline?${query}`,
    facets: (query: string) => `/api/v1/facets?${query}`,
  },
} as const;

/** True for a path on this site that a sign-in may lead back to. */
export const isLocalPath = (path: string): boolean => /^\/(?![/\\])/.test(path);
