export const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Median and 95th percentile of times, with so many decimals. */
export function percentiles(times: readonly number[], digits = 1): { p50: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0, digits);
  return { p50: at(0.5), p95: at(0.95) };
}
