import { refusing } from "@/lib/api/methods";
import { openApiDocument } from "@/lib/api/openapi";
import { jsonResponse } from "@/lib/api/route";

export const dynamic = "force-dynamic";

export const GET = (): Response => jsonResponse(openApiDocument());

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
