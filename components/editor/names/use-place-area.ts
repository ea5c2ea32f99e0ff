import { useEffect, useRef, useState } from "react";
import type { Coordinates } from "@/lib/geo/distance";
import { toPixel } from "@/lib/geo/mercator";
import type { EntryValues } from "@/lib/names/entry-form";
import { paths } from "@/lib/paths";
import { areaWidthsKm, type PlaceArea, placeAreaSchema } from "@/lib/places/area-schema";

/** Where a new place's map begins: Europe, Africa and the Middle East. */
const anywhere: Coordinates = { latitude: 25, longitude: 42 };
const nearZoom = areaWidthsKm.indexOf(150);
const debounceMs = 150;

/** The point in the form's fields; null while they hold none. */
function pointOf({ latitude = "", longitude = "" }: EntryValues): Coordinates | null {
  if (latitude.trim() === "" || longitude.trim() === "") return null;
  const point = {
    latitude: Number(latitude.replace(",", ".")),
    longitude: Number(longitude.replace(",", ".")),
  };
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null;
}

/** Whether a view shows a point well inside of its edges. */
function shows({ view }: PlaceArea, point: Coordinates): boolean {
  const { x, y } = toPixel(view, point);
  return x > 12 && y > 12 && x < view.width - 12 && y < view.height - 12;
}

/** The map around a place that is being placed: follows its point, and can be moved and zoomed. */
export function usePlaceArea(values: EntryValues) {
  const point = pointOf(values);
  const [looked, setLooked] = useState(() => ({
    centre: point ?? anywhere,
    zoom: point ? nearZoom : areaWidthsKm.length - 1,
  }));
  const [area, setArea] = useState<PlaceArea | null>(null);
  const [isOffline, setOffline] = useState(false);
  const latest = useRef(area);
  const asked = point ?? looked.centre;
  const centre = area && point && !shows(area, point) ? point : looked.centre;
  const query = new URLSearchParams({
    latitude: String(centre.latitude),
    longitude: String(centre.longitude),
    km: String(areaWidthsKm[looked.zoom] ?? 150),
    pointLatitude: String(asked.latitude),
    pointLongitude: String(asked.longitude),
  }).toString();

  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(
      async () => {
        try {
          const response = await fetch(paths.placeMap(query), { signal: stop.signal });
          const read = response.ok ? placeAreaSchema.parse(await response.json()) : null;
          if (stop.signal.aborted) return;
          if (read) {
            latest.current = read;
            setArea(read);
            setLooked(({ zoom }) => ({ zoom, centre: read.view }));
          }
          setOffline(read === null);
        } catch {
          // Offline or overtaken: the number fields do without the map.
          if (!stop.signal.aborted) setOffline(true);
        }
      },
      latest.current ? debounceMs : 0,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);

  /** Moves the middle of the map, and by so many steps nearer (negative) or further away. */
  function look(at: Coordinates, steps = 0): void {
    setLooked(({ zoom }) => ({
      centre: { latitude: at.latitude, longitude: at.longitude },
      zoom: Math.max(0, Math.min(areaWidthsKm.length - 1, zoom + steps)),
    }));
  }

  return { point, area, isOffline, look, km: areaWidthsKm[looked.zoom] ?? 150 };
}
