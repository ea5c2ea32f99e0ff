const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

class FilterXSS {
  process(text: string): string {
    return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? "");
  }
}

/**
 * Stands in for the package that vis-timeline lets texts pass through before it sets them as HTML (next.config.ts):
 * here they never are HTML, so that markup in them is shown as the text that it is.
 */
// biome-ignore lint/style/noDefaultExport: the package has its class on a default export
export default { FilterXSS };
