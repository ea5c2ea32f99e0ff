import { locatorMap } from "@/lib/geo/locator";
import type { PlacePrecision } from "@/lib/taxonomy/terms";
import styles from "./locator-figure.module.css";

/** A small map of a place and how closely it is known; an image without a script. */
export function LocatorFigure({
  name,
  latitude,
  longitude,
  precision,
  words,
}: {
  name: string;
  latitude: number;
  longitude: number;
  precision: PlacePrecision;
  /** The precision in words; left out where it is not a matter. */
  words?: string;
}) {
  const map = locatorMap({ latitude, longitude, precision }, { width: 360, height: 250 });
  const own = map.countries.find((country) => country.own)?.name;
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.map}
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-label={`Map: ${name}${own && own !== name ? ` in ${own}` : ""}${words ? `, ${words}` : ""}`}
      >
        {map.countries.map((country) => (
          <path key={country.name} d={country.path} className={country.own ? styles.own : styles.country} />
        ))}
        {map.countries.map(
          ({ name: country, label }) =>
            label && (
              <text key={country} x={label.x} y={label.y} className={styles.name}>
                {country}
              </text>
            ),
        )}
        {map.radius !== null && <circle cx={map.x} cy={map.y} r={map.radius} className={styles.circle} />}
        {precision !== "country" && precision !== "unknown" && (
          <circle cx={map.x} cy={map.y} r="4.5" className={styles.marker} />
        )}
        <g transform={`translate(10 ${map.height - 10})`} className={styles.scale}>
          <path d={`M0 -4V0H${map.scaleBar.pixels}V-4`} />
          <text x={map.scaleBar.pixels + 5} y="1">
            {map.scaleBar.km} km
          </text>
        </g>
      </svg>
      <figcaption className={styles.caption}>
        {formatCoordinates(latitude, longitude)}
        {words && `, ${words}`}
      </figcaption>
    </figure>
  );
}

/** "33.79° N, 42.44° E" */
function formatCoordinates(latitude: number, longitude: number): string {
  const side = (value: number, [positive, negative]: readonly [string, string]) =>
    `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;
  return `${side(latitude, ["N", "S"])}, ${side(longitude, ["E", "W"])}`;
}
