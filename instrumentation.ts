/** Runs once in each server process, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { watchClientAddresses } = await import("@/lib/peer-address");
    watchClientAddresses();
    const { readModel } = await import("@/lib/timeline/memory/reading");
    void readModel().current();
  }
}
