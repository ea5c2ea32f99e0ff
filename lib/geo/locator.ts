import { geoBounds, geoContains, geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import topology from "world-atlas/countries-50m.json";
import type { PlacePrecision } from "@/lib/taxonomy/terms";
import type { Coordinates } from "./distance";
import { type MercatorView, mercatorView } from "./mercator";

/** A small map around a point: SVG paths and places in pixels of its box. */
export type Locator = {
  width: number;
  height: number;
  /** The country that the point lies in stands apart. */
  countries: { name: string; path: string; own: boolean; label: { x: number; y: number } | null }[];
  x: number;
  y: number;
  /** Radius in pixels of the circle that stands for the precision of the place; null: none is drawn. */
  radius: number | null;
  scaleBar: { km: number; pixels: number };
};

type Country = Extract<ReturnType<typeof feature>, { features: unknown }>["features"][number];

/** Kilometres across the map, and the radius of the circle drawn for a place known so closely. */
const views: Record<PlacePrecision, { acrossKm: number; radiusKm: number | null }> = {
  exact: { acrossKm: 1300, radiusKm: null },
  near: { acrossKm: 1300, radiusKm: 30 },
  district: { acrossKm: 1300, radiusKm: 60 },
  province: { acrossKm: 1300, radiusKm: 120 },
  country: { acrossKm: 2400, radiusKm: null },
  region: { acrossKm: 2400, radiusKm: 400 },
  unknown: { acrossKm: 2400, radiusKm: null },
};

const read = feature(topology, topology.objects.countries);
const all: Country[] = "features" in read ? read.features : [read];
const countries = all.map((country) => ({ country, bounds: geoBounds(country) }));

const nameOf = (country: Country): string => String(country.properties?.name ?? "");

const drawn = new Map<string, Locator>();
const drawnLimit = 500;

/**
 * Lays out a locator map in Mercator around a point. The circle's radius is a drawing convention for
 * the precision, not a measured error. Country outlines: Natural Earth, 1:50 million.
 */
export function locatorMap(
  point: Coordinates & { precision: PlacePrecision },
  box: { width: number; height: number },
): Locator {
  // A map takes some 10 ms to draw, and most incidents share their place with others.
  const key = `${point.latitude} ${point.longitude} ${point.precision} ${box.width} ${box.height}`;
  const known = drawn.get(key);
  if (known) return known;
  const map = layOut(point, box);
  const oldest = drawn.keys().next().value;
  if (drawn.size >= drawnLimit && oldest !== undefined) drawn.delete(oldest);
  drawn.set(key, map);
  return map;
}

function layOut(
  point: Coordinates & { precision: PlacePrecision },
  { width, height }: { width: number; height: number },
): Locator {
  const { acrossKm, radiusKm } = views[point.precision];
  const pixelsPerKm = width / acrossKm;
  const drawing = drawCountries(mercatorView(point, acrossKm, { width, height }), point);
  const { x, y } = drawing;
  return {
    width,
    height,
    x,
    y,
    countries: drawing.countries.map(({ country, path, own }) => ({
      name: nameOf(country),
      path,
      own,
      label: labelOf(country, drawing.draw, { x, y, width, height }),
    })),
    radius: radiusKm === null ? null : radiusKm * pixelsPerKm,
    scaleBar: scaleBarOf(acrossKm, pixelsPerKm),
  };
}

/** The outlines of the countries in a view; the one that the point lies in is its own. */
function drawCountries(view: MercatorView, { latitude, longitude }: Coordinates) {
  const { width, height } = view;
  const projection = geoMercator()
    .scale(view.pixelsPerRadian)
    .rotate([-view.longitude, 0])
    .center([0, view.latitude])
    .translate([width / 2, height / 2])
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  const draw = geoPath(projection).digits(1);
  const [x, y] = projection([longitude, latitude]) ?? [width / 2, height / 2];
  const degreesAcross = (width / view.pixelsPerRadian) * (180 / Math.PI);
  const near = countries.filter(({ bounds }) =>
    reaches(bounds, view.latitude, view.longitude, degreesAcross),
  );
  return {
    draw,
    x,
    y,
    countries: near.flatMap(({ country }) => {
      const path = draw(country);
      return path ? [{ country, path, own: geoContains(country, [longitude, latitude]) }] : [];
    }),
  };
}

/** The outlines of the countries that a view shows, and the English name of the one in which a point lies. */
export function outlinesIn(
  view: MercatorView,
  point: Coordinates,
): {
  countries: { name: string; path: string; label: { x: number; y: number } | null }[];
  own: string | null;
} {
  const { draw, countries: drawnOnes } = drawCountries(view, point);
  const { width, height } = view;
  const own = drawnOnes.find((one) => one.own)?.country;
  return {
    countries: drawnOnes.map(({ country, path }) => ({
      name: nameOf(country),
      path,
      label: labelOf(country, draw, { x: -100, y: -100, width, height }),
    })),
    own: own ? nameOf(own) : null,
  };
}

function reaches(
  [[west, south], [east, north]]: [[number, number], [number, number]],
  latitude: number,
  longitude: number,
  degrees: number,
): boolean {
  if (south > latitude + degrees || north < latitude - degrees) return false;
  // A box that crosses the antimeridian has its west end east of its east end.
  const width = (east - west + 360) % 360;
  const offset = (longitude - degrees - west + 720) % 360;
  return offset <= width || 360 - offset <= 2 * degrees;
}

/** A name in the middle of what is seen of a country, out of the marker's way; null where it is too small. */
function labelOf(
  country: Country,
  draw: ReturnType<typeof geoPath>,
  box: { x: number; y: number; width: number; height: number },
): { x: number; y: number } | null {
  const name = nameOf(country);
  const half = name.length * 3.1;
  if (draw.area(country) < name.length * 260) return null;
  const [cx, cy] = draw.centroid(country);
  const x = Math.max(half + 4, Math.min(box.width - half - 4, cx));
  const isUnderMarker = Math.abs(x - box.x) < half + 24 && Math.abs(cy - box.y) < 20;
  const y = isUnderMarker ? box.y + (cy < box.y ? -26 : 28) : cy;
  return { x: round(x), y: round(Math.max(12, Math.min(box.height - 8, y))) };
}

function scaleBarOf(acrossKm: number, pixelsPerKm: number): { km: number; pixels: number } {
  const km = acrossKm >= 2000 ? 500 : 200;
  return { km, pixels: round(km * pixelsPerKm) };
}

const round = (value: number) => Math.round(value * 10) / 10;
