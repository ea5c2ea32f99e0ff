import { database } from "@/lib/db/client";
import packageJson from "@/package.json";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const isUp = await database().$queryRaw`SELECT 1`.then(() => true).catch(() => false);
  return Response.json(
    {
      status: isUp ? "ok" : "unavailable",
      database: isUp ? "ok" : "unreachable",
      version: packageJson.version,
    },
    { status: isUp ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
