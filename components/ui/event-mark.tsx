import { type EventGroup, eventGroupLabels } from "@/lib/taxonomy/event-types";
import { eventMarkShapes } from "./event-mark-shapes";

/**
 * The mark of an event group: hue and shape. It is decoration beside a word; give `labelled` where it
 * stands alone.
 */
export function EventMark({
  group,
  size = 12,
  labelled = false,
}: {
  group: EventGroup;
  size?: number;
  labelled?: boolean;
}) {
  const shape = (
    <path
      d={eventMarkShapes[group]}
      fill={`var(--${group})`}
      stroke={`var(--${group}-ink)`}
      strokeWidth="0.9"
      strokeLinejoin="round"
    />
  );
  const box = { width: size, height: size, viewBox: "-0.5 -0.5 13 13", style: { flex: "none" } };
  return labelled ? (
    <svg {...box} role="img" aria-label={eventGroupLabels[group]}>
      {shape}
    </svg>
  ) : (
    <svg {...box} aria-hidden="true">
      {shape}
    </svg>
  );
}
