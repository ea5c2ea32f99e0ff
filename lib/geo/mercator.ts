import type { Coordinates } from "./distance";

/** A box of pixels on a Mercator map (spherical): what stands in its middle, and how large a radian is there. */
export type MercatorView = Coordinates & { width: number; height: number; pixelsPerRadian: number };

const kmPerDegree = 111.195;
/** Further from the equator the projection grows without end. */
const mercatorLimit = 80;
const radians = Math.PI / 180;

const limited = (latitude: number): number => Math.max(-mercatorLimit, Math.min(mercatorLimit, latitude));
const wrapped = (longitude: number): number =>
  Math.abs(longitude) <= 180 ? longitude : ((((longitude + 180) % 360) + 360) % 360) - 180;
const northing = (latitude: number): number => Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2));

/** A view of so many kilometres from its left to its right edge, measured in its middle. */
export function mercatorView(
  { latitude, longitude }: Coordinates,
  acrossKm: number,
  { width, height }: { width: number; height: number },
): MercatorView {
  const middle = limited(latitude);
  const degreesAcross = acrossKm / (kmPerDegree * Math.cos(middle * radians));
  const pixelsPerRadian = width / (degreesAcross * radians);
  return { latitude: middle, longitude: wrapped(longitude), width, height, pixelsPerRadian };
}

/** Where a point stands in the box; outside of it for one that the view does not show. */
export function toPixel(view: MercatorView, { latitude, longitude }: Coordinates): { x: number; y: number } {
  const east = wrapped(longitude - view.longitude) * radians;
  const north = northing(limited(latitude)) - northing(view.latitude);
  return {
    x: view.width / 2 + view.pixelsPerRadian * east,
    y: view.height / 2 - view.pixelsPerRadian * north,
  };
}

/** The point at a pixel, with as many decimals as a pixel can tell apart, at most five. */
export function toPoint(view: MercatorView, { x, y }: { x: number; y: number }): Coordinates {
  const longitude = wrapped(view.longitude + (x - view.width / 2) / view.pixelsPerRadian / radians);
  const north = northing(view.latitude) + (view.height / 2 - y) / view.pixelsPerRadian;
  const latitude = (2 * Math.atan(Math.exp(north)) - Math.PI / 2) / radians;
  const degreesPerPixel = 1 / view.pixelsPerRadian / radians;
  const decimals = Math.max(1, Math.min(5, Math.ceil(-Math.log10(degreesPerPixel))));
  const round = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
  return { latitude: round(latitude), longitude: round(longitude) };
}
