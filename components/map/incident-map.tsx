import Link from "next/link";
import { eventMarkShapes } from "@/components/ui/event-mark-shapes";
import { numberWords } from "@/lib/incidents/words";
import type { EventGroup } from "@/lib/taxonomy/event-types";
import { boundsAround, clusterSpots, markRadius, type Spot } from "./clusters";
import styles from "./incident-map.module.css";
import { type MapView, mapBorders, mapView } from "./map-view";
import { placeLabels } from "./place-labels";

type MapMark = Omit<Spot, "x" | "y"> & { href: string };
type Bounds = ReturnType<typeof boundsAround>;

const width = 960;
const height = 600;

/** Where the results are, drawn on the server: a mark for each spot, its size by the number of incidents. */
export function IncidentMap({ marks, areaHref }: { marks: MapMark[]; areaHref: (bounds: Bounds) => string }) {
  const view = mapView(marks, width, height);
  const clusters = clusterSpots(marks.map((mark) => ({ ...mark, ...view.project(mark) })));
  const drawn = clusters.map(({ spots, ...cluster }) => ({
    ...cluster,
    label: spots[0]?.label ?? "",
    radius: markRadius(cluster.count),
    title: titleOf(spots, cluster.count),
    href: spots.length === 1 && spots[0] ? spots[0].href : areaHref(boundsAround(spots)),
  }));
  const labels = placeLabels(drawn, width, height);
  return (
    <figure className={styles.figure}>
      <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} aria-labelledby="map-title">
        <title id="map-title">Map of the results</title>
        <Borders view={view} />
        {drawn.map((mark) => (
          <Link
            key={`${mark.href} ${mark.x} ${mark.y}`}
            href={mark.href}
            prefetch={false}
            className={styles.mark}
          >
            <title>{mark.title}</title>
            <Mark {...mark} />
          </Link>
        ))}
        <g className={styles.labels}>
          {labels.map(({ text, x, y, anchor }) => (
            <text key={`${text} ${x} ${y}`} x={x} y={y} textAnchor={anchor}>
              {text}
            </text>
          ))}
        </g>
      </svg>
      <figcaption className={styles.caption}>
        Borders: Natural Earth. They say nothing about claims to land.
      </figcaption>
    </figure>
  );
}

function Borders({ view }: { view: MapView }) {
  const { land, borders } = mapBorders(view);
  return (
    <g>
      <path className={styles.land} d={land} />
      <path className={styles.borders} d={borders} />
    </g>
  );
}

function titleOf(spots: Spot[], count: number): string {
  const others = spots.length - 1;
  const more =
    others === 0 ? "" : others === 1 ? " and 1 more place" : ` and ${numberWords(others)} more places`;
  return `${spots[0]?.label ?? ""}${more}: ${numberWords(count)} ${count === 1 ? "incident" : "incidents"}`;
}

function Mark({
  x,
  y,
  count,
  radius,
  group,
}: {
  x: number;
  y: number;
  count: number;
  radius: number;
  group: EventGroup;
}) {
  const ink = `var(--${group}-ink)`;
  if (count === 1) {
    return (
      <g transform={`translate(${x - 7} ${y - 7}) scale(${14 / 12})`}>
        <circle cx="6" cy="6" r="10" fill="transparent" />
        <path d={eventMarkShapes[group]} fill={`var(--${group})`} stroke={ink} />
      </g>
    );
  }
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r={radius}
        fill={`var(--${group}-tint)`}
        stroke={`var(--${group})`}
        strokeWidth="2"
        fillOpacity=".88"
      />
      <text className={styles.count} x={x} y={y} dy=".36em" textAnchor="middle" fill={ink}>
        {numberWords(count)}
      </text>
    </>
  );
}
