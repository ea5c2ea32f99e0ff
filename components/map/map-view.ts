import { readFileSync } from "node:fs";
import path from "node:path";
import { type GeoProjection, geoMercator, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";

type Atlas = Parameters<typeof feature>[0];
type Named = Parameters<typeof feature>[1];

export type MapView = {
  projection: GeoProjection;
  /** Degrees of longitude across the map. */
  degrees: number;
  project: (spot: { latitude: number; longitude: number }) => { x: number; y: number };
};

/** No map is zoomed in further than to this many degrees, so that there is some land to know it by. */
const minDegrees = 3;
const margin = 60;

/** A Mercator view that holds all spots, in a box of so many pixels; the world when there is none. */
export function mapView(
  spots: readonly { latitude: number; longitude: number }[],
  width: number,
  height: number,
): MapView {
  const bounds = spots.length === 0 ? [-170, -55, 180, 72] : boundsOf(spots);
  const [west = 0, south = 0, east = 0, north = 0] = bounds;
  const corners = {
    type: "MultiPoint" as const,
    coordinates: [
      [west, south],
      [east, north],
    ],
  };
  const projection = geoMercator().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    corners,
  );
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  return {
    projection,
    degrees: east - west,
    project: ({ latitude, longitude }) => {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
    },
  };
}

function boundsOf(spots: readonly { latitude: number; longitude: number }[]): number[] {
  const latitudes = spots.map((spot) => spot.latitude);
  const longitudes = spots.map((spot) => spot.longitude);
  const widen = (least: number, most: number) => {
    const missing = Math.max(0, minDegrees - (most - least)) / 2;
    return [least - missing, most + missing] as const;
  };
  const [west, east] = widen(Math.min(...longitudes), Math.max(...longitudes));
  const [south, north] = widen(Math.min(...latitudes), Math.max(...latitudes));
  return [west, south, east, north];
}

const atlases = new Map<string, Atlas>();

function readAtlas(name: "countries-50m" | "countries-110m"): Atlas {
  const kept = atlases.get(name);
  if (kept) return kept;
  const file = path.join(process.cwd(), "node_modules", "world-atlas", `${name}.json`);
  const atlas: Atlas = JSON.parse(readFileSync(file, "utf8"));
  atlases.set(name, atlas);
  return atlas;
}

/** SVG paths of the land and of the borders between countries, as far as the view shows them. */
export function mapBorders(view: MapView): { land: string; borders: string } {
  const atlas = readAtlas(view.degrees > 70 ? "countries-110m" : "countries-50m");
  const countries = atlas.objects.countries as Named;
  const draw = geoPath(view.projection).digits(1);
  return {
    land: draw(feature(atlas, countries)) ?? "",
    borders: draw(mesh(atlas, countries as Parameters<typeof mesh>[1], (a, b) => a !== b)) ?? "",
  };
}
