"use client";

import "@/components/ui/tokens.css";
import "@/components/ui/globals.css";
import { ErrorPage } from "@/components/ui/error-page";

/** Stands in for the root layout itself, so it brings its own document. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Error · Sightline</title>
        <ErrorPage reference={error.digest} retry={reset} />
      </body>
    </html>
  );
}
