import { eventMarkShapes } from "@/components/ui/event-mark-shapes";
import { describeOccurred } from "@/lib/dates/words";
import { numberWords } from "@/lib/incidents/words";
import { eventGroupOf, eventTypeLabel } from "@/lib/taxonomy/event-types";
import type { TimelineBucket, TimelineItem } from "@/lib/timeline/schema";

const svgNamespace = "http://www.w3.org/2000/svg";

function markElement(item: TimelineItem): SVGElement {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", "-0.5 -0.5 13 13");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute("d", eventMarkShapes[eventGroupOf(item.eventType)]);
  svg.append(path);
  return svg;
}

/** The mark and short label of an incident, as DOM nodes: titles never pass through HTML. */
export function incidentContent(item: TimelineItem): HTMLElement {
  const element = document.createElement("div");
  element.className = "sl-label";
  element.title = `${item.title}\n${describeOccurred(item.occurred, item.timeZone, { style: "short" })} · ${eventTypeLabel(item.eventType)}`;
  const words = document.createElement("span");
  words.className = "sl-words";
  words.textContent = item.title;
  element.append(markElement(item), words);
  return element;
}

/** The count of a bucket. */
export function bucketContent(bucket: TimelineBucket): HTMLElement {
  const element = document.createElement("div");
  element.className = "sl-count";
  element.textContent = numberWords(bucket.count);
  element.title = `${numberWords(bucket.count)} incidents: click to zoom in`;
  return element;
}

/** The label of a group with its count. */
export function groupContent(group: { label: string; count: number }): HTMLElement {
  const element = document.createElement("div");
  element.className = "sl-group";
  const label = document.createElement("span");
  label.textContent = group.label;
  const count = document.createElement("span");
  count.className = "sl-group-count";
  count.textContent = numberWords(group.count);
  element.append(label, count);
  return element;
}
