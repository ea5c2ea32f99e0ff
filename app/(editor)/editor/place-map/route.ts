import { z } from "zod";
import { jsonResponse, route } from "@/lib/api/route";
import { requireRole } from "@/lib/auth/principal";
import { getPlaceArea } from "@/lib/places/area-queries";

const latitude = z.coerce.number().min(-90).max(90);
const longitude = z.coerce.number().min(-180).max(180);

/** The middle of the map, its width, and the point that may become the place's. */
const querySchema = z.object({
  latitude,
  longitude,
  km: z.coerce.number().min(5).max(8000),
  pointLatitude: latitude,
  pointLongitude: longitude,
});

/** The map on which editors choose the coordinates of a place. */
export const GET = route(async ({ request, principal }) => {
  requireRole(principal, "contributor");
  const query = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const point = { latitude: query.pointLatitude, longitude: query.pointLongitude };
  return jsonResponse(await getPlaceArea(query, query.km, point));
});
