import type { EventGroup } from "@/lib/taxonomy/event-types";

/** SVG path of each event group's mark in a 12 x 12 box: a shape of its own beside the hue. */
export const eventMarkShapes: Record<EventGroup, string> = {
  battles: "M2.6 1 6 4.4 9.4 1 11 2.6 7.6 6 11 9.4 9.4 11 6 7.6 2.6 11 1 9.4 4.4 6 1 2.6z",
  "explosions-remote-violence":
    "M6 .4 7.3 3.2 10.1 1.9 8.8 4.7 11.6 6 8.8 7.3 10.1 10.1 7.3 8.8 6 11.6 4.7 8.8 1.9 10.1 3.2 7.3.4 6 3.2 4.7 1.9 1.9 4.7 3.2z",
  "violence-against-civilians": "M6 .6 11.4 6 6 11.4.6 6z",
  protests: "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z",
  riots: "M6 .9 11.5 10.7H.5z",
  "strategic-developments": "M1.4 1.4h9.2v9.2H1.4z",
};
