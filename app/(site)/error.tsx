"use client";

import { ErrorPage } from "@/components/ui/error-page";

export default function SiteError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <ErrorPage reference={error.digest} retry={reset} />;
}
