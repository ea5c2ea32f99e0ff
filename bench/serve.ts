import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import autocannon from "autocannon";
import { z } from "zod";
import { freePort } from "@/lib/db/embedded";
import { startStack } from "@/scripts/test/stack";

const connections = 10;
const warmUpSeconds = 2;
const measuredSeconds = 8;
/** A file of public/: what the same server does when it neither thinks nor asks the database. */
const staticFile = "/og.png";

const listSchema = z.object({ data: z.array(z.object({ publicId: z.string() })).min(1) });

/** Requests per second of the demo timeline, a permalink and a window, beside a static file of the same server. */
export async function benchServe(): Promise<object[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "sightline-bench-"));
  const environment = { PORT: String(await freePort()), SIGHTLINE_DATA_DIR: dataDir };
  const stack = await startStack(process.cwd(), environment);
  try {
    const answer = await fetch(`${stack.url}/api/v1/incidents?limit=1`);
    const [incident] = listSchema.parse(await answer.json()).data;
    const paths = [
      staticFile,
      "/",
      `/incidents/${incident?.publicId}`,
      "/api/v1/timeline?start=2019-01-01&end=2022-01-01&width=1200",
      "/api/v1/facets",
    ];
    const measured = [];
    for (const url of paths) measured.push({ url, ...(await measure(stack.url + url)) });
    const reference = measured[0]?.requestsPerSecond ?? 0;
    return measured.map((one) => ({
      ...one,
      toStaticFile: Math.round((one.requestsPerSecond / reference) * 1000) / 1000,
    }));
  } finally {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(url: string) {
  const first = await fetch(url);
  await first.arrayBuffer();
  if (!first.ok) throw new Error(`${url} answered ${first.status}`);
  await autocannon({ url, connections, duration: warmUpSeconds });
  const result = await autocannon({ url, connections, duration: measuredSeconds });
  if (result.non2xx + result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers other than 200, ${result.errors} errors`);
  }
  return {
    requestsPerSecond: Math.round(result.requests.average),
    medianMs: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}
