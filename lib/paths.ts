import { slugify } from "@/lib/geo/fold";
import type { EntryKind } from "@/lib/names/entry-kinds";

/** Every link of the site. */
export const paths = {
  home: (query = "") => (query ? `/?${query}` : "/"),
  about: () => "/about",
  apiDocs: () => "/docs/api",
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
  signInAfterReset: () => "/sign-in?note=new-password",
  signInCode: (next?: string) => (next ? `/sign-in/code?next=${encodeURIComponent(next)}` : "/sign-in/code"),
  forgotPassword: () => "/forgot-password",
  newPassword: (token: string) => `/new-password/${token}`,
  invitation: (token: string) => `/invitation/${token}`,
  account: () => "/account",
  scheme: () => "/scheme",
  incident: (publicId: string, title?: string) => {
    const slug = title ? slugify(title) : "";
    return slug ? `/incidents/${publicId}/${slug}` : `/incidents/${publicId}`;
  },
  incidentAsOf: (publicId: string, asOf: string) => `/incidents/${publicId}?asOf=${encodeURIComponent(asOf)}`,
  incidentVersion: (publicId: string, version: number) => `/incidents/${publicId}@${version}`,
  article: (id: string) => `/articles/${id}`,
  actor: (slug: string) => `/actors/${slug}`,
  place: (slug: string) => `/places/${slug}`,
  campaign: (slug: string) => `/campaigns/${slug}`,
  editor: () => "/editor",
  newArticle: () => "/editor/articles/new",
  importFile: () => "/editor/articles/file",
  workbench: (articleId: string, note?: "stored") =>
    `/editor/articles/${articleId}${note === undefined ? "" : `?note=${note}`}`,
  editIncident: (publicId: string) => `/editor/incidents/${publicId}`,
  editIncidentComment: (publicId: string, commentId: string) =>
    `/editor/incidents/${publicId}#comment-${commentId}`,
  review: (of?: "others") => (of === undefined ? "/editor/review" : `/editor/review?of=${of}`),
  reviewIncident: (publicId: string) => `/editor/review/${publicId}`,
  notifications: () => "/editor/notifications",
  unreadNotifications: () => "/editor/notifications/unread",
  presence: () => "/editor/presence",
  incidentTable: (query = "") => (query ? `/editor/incidents?${query}` : "/editor/incidents"),
  tableRows: (query: string) => `/editor/incidents/rows?${query}`,
  deskSearch: (text: string) => `/editor/search?${new URLSearchParams({ q: text })}`,
  entries: (kind: EntryKind, text = "") =>
    `/editor/${kind}${text === "" ? "" : `?${new URLSearchParams({ q: text })}`}`,
  newEntry: (kind: EntryKind) => `/editor/${kind}/new`,
  editEntry: (kind: EntryKind, slug: string) => `/editor/${kind}/${slug}`,
  placeMap: (query: string) => `/editor/place-map?${query}`,
  duplicates: () => "/editor/duplicates",
  compareIncidents: (a: string, b: string) => `/editor/duplicates/compare?${new URLSearchParams({ a, b })}`,
  admin: () => "/admin",
  adminKeys: () => "/admin/keys",
  adminAudit: (query = "") => (query ? `/admin/audit?${query}` : "/admin/audit"),
  adminAuditCsv: (query = "") => (query ? `/admin/audit/csv?${query}` : "/admin/audit/csv"),
  adminSettings: () => "/admin/settings",
  api: {
    description: () => "/api/v1/openapi.json",
    articles: () => "/api/v1/articles",
    incident: (publicId: string, asOf: string | null = null) =>
      `/api/v1/incidents/${publicId}${asOf === null ? "" : `?asOf=${encodeURIComponent(asOf)}`}`,
    search: (list: "actors" | "places" | "publishers" | "incidents", text: string, limit = 10) =>
      `/api/v1/${list}?${new URLSearchParams({ q: text, limit: String(limit) })}`,
    timeline: (query: string) => `/api/v1/timeline?${query}`,
    incidents: (query: string) => `/api/v1/incidents?${query}`,
    /** after: id of the last event that was heard. */
    updates: (after: string | null = null) =>
      after === null ? "/api/v1/updates" : `/api/v1/updates?${new URLSearchParams({ after })}`,
    suggestions: (text: string) => `/api/v1/search?${new URLSearchParams({ q: text, limit: "5" })}`,
    facets: (query: string) => `/api/v1/facets?${query}`,
  },
} as const;

/**
 * True for a path on this site that a sign-in may lead back to. Browsers drop tabs and line ends of an
 * address and read a backslash as a slash, so that such a path could lead to another site.
 */
export const isLocalPath = (path: string): boolean => /^\/(?!\/)/.test(path) && !/[\\\p{Cc}]/u.test(path);
