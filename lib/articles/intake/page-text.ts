/** Elements that begin and end a paragraph. */
const blocks = new Set(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
const silent = new Set("script style noscript template head button select textarea input".split(" "));

/**
 * The words of an element as paragraphs parted by empty lines. A line break stays one, two of them part
 * paragraphs; other white space is one space; cells of a table's row are parted by spaces. `without` names further elements to pass over.
 */
export function textOf(root: Node, without: ReadonlySet<string> = new Set()): string {
  const paragraphs: string[] = [];
  let current = "";
  const finish = () => {
    const lines = current.split("\n").map((line) => line.replace(/[^\S\n\u00a0]+/g, " ").trim());
    paragraphs.push(
      ...lines
        .join("\n")
        .split(/\n{2,}/)
        .map((paragraph) => paragraph.trim()),
    );
    current = "";
  };
  const visit = (node: Node) => {
    if (node.nodeType === node.TEXT_NODE) {
      current += (node.nodeValue ?? "").replace(/[\t\n\f\r ]+/g, " ");
      return;
    }
    const name = node.nodeName.toLowerCase();
    if (silent.has(name) || without.has(name)) return;
    if (name === "br") current += "\n";
    const isBlock = blocks.has(name);
    if (isBlock) finish();
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
    if (isBlock) finish();
    else if (name === "td" || name === "th") current += " ";
  };
  visit(root);
  finish();
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}
