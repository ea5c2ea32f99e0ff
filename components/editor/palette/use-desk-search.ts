import { useEffect, useRef, useState } from "react";
import { type DeskFinds, deskFindsSchema } from "@/lib/desk/schema";
import { paths } from "@/lib/paths";

const debounceMs = 120;

/** What the desk finds for the words typed so far; the finds of before stay until the next ones are there. */
export function useDeskSearch(
  text: string,
  isOpen: boolean,
): { finds: DeskFinds | null; isLoading: boolean } {
  const [finds, setFinds] = useState<DeskFinds | null>(null);
  const [isLoading, setLoading] = useState(false);
  const isFirst = useRef(true);

  useEffect(() => {
    if (!isOpen) {
      isFirst.current = true;
      return;
    }
    const asked = new AbortController();
    setLoading(true);
    const timer = setTimeout(
      async () => {
        try {
          const response = await fetch(paths.deskSearch(text.trim()), { signal: asked.signal });
          const found = response.ok ? deskFindsSchema.parse(await response.json()) : null;
          if (!asked.signal.aborted) setFinds(found);
        } catch {
          // Offline or overtaken: pages and actions are there without the server.
          if (!asked.signal.aborted) setFinds(null);
        }
        if (!asked.signal.aborted) setLoading(false);
      },
      isFirst.current ? 0 : debounceMs,
    );
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [text, isOpen]);

  return { finds, isLoading };
}
