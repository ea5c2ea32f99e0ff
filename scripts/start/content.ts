import type { Env } from "@/lib/env";
import type { Lifecycle } from "./lifecycle";

const firstStartKey = "first-start";

/** Reference data at each start, the demo timeline at the very first, and the first administrator. */
export async function prepareContent(life: Lifecycle, env: Env): Promise<void> {
  const { loadReferenceData } = await import("@/lib/reference/load-reference");
  const { ensureFirstAdministrator } = await import("@/lib/auth/first-admin");
  await life.step("reference data", loadReferenceData);
  await prepareDemo(life, env.SIGHTLINE_DEMO === "1");
  const administrator = await life.step("first administrator", ensureFirstAdministrator);
  if (!administrator?.password) return;
  console.log(`\nSign in as ${administrator.email} with the password ${administrator.password}`);
  console.log("It is shown this once; change it after signing in.\n");
}

/** The mark of the first start is set after the demo is in, so that a start killed halfway loads it again. */
async function prepareDemo(life: Lifecycle, wanted: boolean) {
  const { database } = await import("@/lib/db/client");
  const mark = await database().setting.findUnique({ where: { key: firstStartKey } });
  if (mark) return;
  if (wanted) {
    const { loadDemo } = await import("@/lib/demo/load-demo");
    await life.step("demo timeline", loadDemo);
  }
  await database().setting.create({ data: { key: firstStartKey, value: { demo: wanted } } });
}
