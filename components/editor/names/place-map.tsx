"use client";

import Link from "next/link";
import { type KeyboardEvent, type MouseEvent, useState } from "react";
import { placeLabels } from "@/components/map/place-labels";
import { Button } from "@/components/ui/button";
import type { Coordinates } from "@/lib/geo/distance";
import { toPixel, toPoint } from "@/lib/geo/mercator";
import type { EntryValues } from "@/lib/names/entry-form";
import { paths } from "@/lib/paths";
import type { PlaceArea } from "@/lib/places/area-schema";
import styles from "./place-map.module.css";
import { usePlaceArea } from "./use-place-area";

type Props = {
  values: EntryValues;
  /** The place at hand, which is no neighbour of its own. */
  slug: string | null;
  mayEdit: boolean;
  onEdit: (change: EntryValues) => void;
};

const step = 10;
const words = ({ latitude, longitude }: Coordinates) => `${latitude}, ${longitude}`;

/** A map on which a click, or the arrow keys and Enter, set the coordinates of a place. */
export function PlaceMap({ values, slug, mayEdit, onEdit }: Props) {
  const { point, area, isOffline, look, km } = usePlaceArea(values);
  const [cross, setCross] = useState<Coordinates | null>(null);
  if (!area) {
    return <div className={styles.empty}>{isOffline ? "The map cannot be loaded." : "Loading the map…"}</div>;
  }
  const { view } = area;
  const pick = ({ latitude, longitude }: Coordinates) => {
    setCross(null);
    if (mayEdit) onEdit({ latitude: String(latitude), longitude: String(longitude) });
  };

  function click(event: MouseEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = view.width / box.width;
    pick(
      toPoint(view, {
        x: (event.clientX - box.left) * scale,
        y: (event.clientY - box.top) * scale,
      }),
    );
  }

  function press(event: KeyboardEvent) {
    const at = cross ?? point ?? view;
    const by = event.shiftKey ? 1 : step;
    const [dx, dy] = arrows[event.key] ?? [0, 0];
    if (dx !== 0 || dy !== 0) {
      const from = toPixel(view, at);
      const next = toPoint(view, { x: from.x + dx * by, y: from.y + dy * by });
      setCross(next);
      const { x, y } = toPixel(view, next);
      if (x < step || y < step || x > view.width - step || y > view.height - step) look(next);
    } else if (event.key === "Enter") pick(toPoint(view, toPixel(view, at)));
    else if (event.key === "+" || event.key === "=") look(at, -1);
    else if (event.key === "-") look(at, 1);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.side}>
      <figure className={styles.figure}>
        <div
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application that keys move about in.
          tabIndex={0}
          role="application"
          aria-roledescription="map"
          aria-label={`Map, ${km} kilometres wide. Arrow keys move the cross, with Shift by little; Enter sets the coordinates; plus and minus zoom.`}
          className={styles.frame}
          onKeyDown={press}
          onBlur={() => setCross(null)}
        >
          <svg
            className={styles.map}
            viewBox={`0 0 ${view.width} ${view.height}`}
            onClick={mayEdit ? click : undefined}
            aria-hidden="true"
          >
            <MapDrawing area={area} slug={slug} point={point} />
            {cross && <Cross {...toPixel(view, cross)} />}
          </svg>
        </div>
        <div className={styles.tools}>
          <Button size="small" iconOnly aria-label="Nearer" onClick={() => look(cross ?? point ?? view, -1)}>
            +
          </Button>
          <Button size="small" iconOnly aria-label="Further away" onClick={() => look(cross ?? view, 1)}>
            −
          </Button>
          {point && (
            <Button size="small" onClick={() => look(point)}>
              To the point
            </Button>
          )}
          <span className={styles.status} aria-live="polite">
            {cross ? words(cross) : `${km.toLocaleString("en")} km wide`}
          </span>
        </div>
        <figcaption className={styles.caption}>
          {mayEdit && "Click to set the point, or use the arrow keys and Enter. "}
          Outlines: Natural Earth. They say nothing about claims to land.
        </figcaption>
      </figure>
      {point && mayEdit && <Suggestion area={area} values={values} onEdit={onEdit} />}
      <Neighbours area={area} slug={slug} point={point} />
    </div>
  );
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type AreaProps = { area: PlaceArea; slug: string | null; point: Coordinates | null };

function MapDrawing({ area, slug, point }: AreaProps) {
  const { view } = area;
  const marks = area.places
    .filter((place) => place.slug !== slug)
    .map((place) => ({
      ...toPixel(view, place),
      label: place.name,
      radius: 2.5,
      count: 1,
      slug: place.slug,
    }));
  const own = point && toPixel(view, point);
  const shown = own ? [{ ...own, label: "", radius: 8, count: 1, slug: "" }, ...marks] : marks;
  const names = placeLabels(shown, view.width, view.height);
  const isCovered = (name: string, { x, y }: { x: number; y: number }) =>
    [...shown, ...names].some(
      (one) => Math.abs(one.y - y) < 12 && Math.abs(one.x - x) < name.length * 4 + 45,
    );
  return (
    <>
      {area.countries.map((country) => (
        <path key={country.name} className={styles.country} d={country.path} />
      ))}
      {area.countries.map(
        ({ name, label }) =>
          label &&
          !isCovered(name, label) && (
            <text key={name} className={styles.countryName} x={label.x} y={label.y}>
              {name}
            </text>
          ),
      )}
      {marks.map((mark) => (
        <circle key={mark.slug} className={styles.place} cx={mark.x} cy={mark.y} r={mark.radius} />
      ))}
      {names.map(({ text, x, y, anchor }) => (
        <text key={`${text} ${x} ${y}`} className={styles.name} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
      {own && <circle className={styles.point} cx={own.x} cy={own.y} r="6" />}
    </>
  );
}

function Cross({ x, y }: { x: number; y: number }) {
  return <path className={styles.cross} d={`M${x - 12} ${y}h24M${x} ${y - 12}v24`} />;
}

/** What follows from the point, where the form says nothing or something else. */
function Suggestion({ area, values, onEdit }: { area: PlaceArea } & Pick<Props, "values" | "onEdit">) {
  const { country, timeZone } = area.suggestion;
  const isOtherCountry = country !== null && (values.country ?? "").trim().toUpperCase() !== country.code;
  const isOtherZone = (values.timeZone ?? "").trim() !== timeZone;
  if (!isOtherCountry && !isOtherZone) return null;
  const parts = [
    ...(isOtherCountry ? [`${country.name} (${country.code})`] : []),
    ...(isOtherZone ? [`time zone ${timeZone}`] : []),
  ];
  return (
    <p className={styles.suggestion} role="status">
      By its point: {parts.join(", ")}.{" "}
      <Button
        size="small"
        onClick={() =>
          onEdit({
            ...(isOtherCountry ? { country: country.code } : {}),
            ...(isOtherZone ? { timeZone } : {}),
          })
        }
      >
        Take {parts.length > 1 ? "both" : "this"}
      </Button>
    </p>
  );
}

/** The places that stand nearest, which may be the same one under another name. */
function Neighbours({ area, slug, point }: AreaProps) {
  if (!point) return null;
  const at = toPixel(area.view, point);
  const nearest = area.places
    .filter((place) => place.slug !== slug)
    .map((place) => {
      const { x, y } = toPixel(area.view, place);
      return { ...place, distance: Math.hypot(x - at.x, y - at.y) };
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 6);
  if (nearest.length === 0) return null;
  return (
    <p className={styles.neighbours}>
      Nearby:{" "}
      {nearest.map(({ slug: other, name }, index) => (
        <span key={other}>
          {index > 0 && ", "}
          <Link href={paths.editEntry("places", other)} prefetch={false} dir="auto">
            {name}
          </Link>
        </span>
      ))}
    </p>
  );
}
