import type { IncidentView } from "./schema";

/**
 * The page of an incident in schema.org's words: a report about an event, with the articles it rests
 * on. A string that is safe inside a script element.
 */
export function incidentJsonLd(incident: IncidentView): string {
  const { place } = incident;
  const document = {
    "@context": "https://schema.org",
    "@type": "Report",
    "@id": `${incident.url}@${incident.version}`,
    url: incident.url,
    identifier: incident.publicId,
    version: incident.version,
    headline: incident.title,
    abstract: incident.summary || undefined,
    dateModified: incident.updatedAt,
    datePublished: incident.publishedAt ?? undefined,
    publisher: { "@type": "Organization", name: "Sightline" },
    about: {
      "@type": "Event",
      name: incident.title,
      startDate: incident.earliest,
      endDate: incident.latest,
      location: place && {
        "@type": "Place",
        name: place.name,
        address: place.country ? { "@type": "PostalAddress", addressCountry: place.country } : undefined,
        geo: { "@type": "GeoCoordinates", latitude: place.latitude, longitude: place.longitude },
      },
    },
    citation: incident.sources.map((source) => ({
      "@type": "NewsArticle",
      headline: source.title,
      url: source.url ?? undefined,
      datePublished: source.publishedAt ?? undefined,
      publisher: source.publisher ? { "@type": "Organization", name: source.publisher } : undefined,
    })),
  };
  return scriptSafeJson(document);
}

/** JSON that no value can end a script element with, or begin a comment in. */
function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/>/g, "\\u003e")
    .replace(/&/g, "\\u0026")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}
