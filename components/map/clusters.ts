import type { EventGroup } from "@/lib/taxonomy/event-types";

/** Incidents at one spot of the map; x and y in pixels. */
export type Spot = {
  x: number;
  y: number;
  latitude: number;
  longitude: number;
  label: string;
  count: number;
  group: EventGroup;
};

export type Cluster<S extends Spot> = { x: number; y: number; count: number; group: EventGroup; spots: S[] };

/** Radius in pixels of the mark for so many incidents. */
export const markRadius = (count: number): number =>
  count === 1 ? 7 : Math.min(8 + Math.sqrt(count) * 2.4, 32);

/** Puts spots whose marks would cover each other into one; the spot with most incidents gives the place. */
export function clusterSpots<S extends Spot>(spots: readonly S[]): Cluster<S>[] {
  const clusters: Cluster<S>[] = [];
  for (const spot of [...spots].sort((a, b) => b.count - a.count)) {
    const near = clusters.find(
      (cluster) =>
        Math.hypot(cluster.x - spot.x, cluster.y - spot.y) <
        markRadius(cluster.count) + markRadius(spot.count),
    );
    if (near) {
      near.spots.push(spot);
      near.count += spot.count;
    } else {
      clusters.push({ x: spot.x, y: spot.y, count: spot.count, group: spot.group, spots: [spot] });
    }
  }
  return clusters.map((cluster) => ({ ...cluster, group: mostFrequent(cluster.spots) }));
}

function mostFrequent(spots: readonly Spot[]): EventGroup {
  const counts = new Map<EventGroup, number>();
  for (const { group, count } of spots) counts.set(group, (counts.get(group) ?? 0) + count);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? "strategic-developments";
}

/** West, south, east and north of all spots, with a little around them. */
export function boundsAround(spots: readonly Spot[]): {
  west: number;
  south: number;
  east: number;
  north: number;
} {
  const latitudes = spots.map((spot) => spot.latitude);
  const longitudes = spots.map((spot) => spot.longitude);
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  return {
    west: round(Math.max(-180, Math.min(...longitudes) - 0.05)),
    south: round(Math.max(-90, Math.min(...latitudes) - 0.05)),
    east: round(Math.min(180, Math.max(...longitudes) + 0.05)),
    north: round(Math.min(90, Math.max(...latitudes) + 0.05)),
  };
}
