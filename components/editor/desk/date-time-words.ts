/** "22 Nov 2026, 16:20 UTC", the same on the server and on every device. */
export function dateTimeWords(instant: string): string {
  const words = new Date(instant).toLocaleString("en-GB", {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return `${words} UTC`;
}
