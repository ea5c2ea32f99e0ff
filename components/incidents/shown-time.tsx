"use client";

import { useEffect, useState } from "react";
import { useShownZone } from "@/components/ui/use-shown-zone";
import type { ListRow } from "@/lib/incidents/list-row";

/** The date of a line of a list, by the clocks that the reader has chosen. */
export function ShownTime({ of }: { of: Pick<ListRow, "earliest" | "when" | "clock"> }) {
  const { zone } = useShownZone();
  const { clock } = of;
  const [shown, setShown] = useState<{ zone: string; words: string } | null>(null);
  useEffect(() => {
    if (zone === null || clock === null) return;
    let isLate = false;
    // Most readers keep the time of the place: the others load what tells it by other clocks.
    void import("@/lib/incidents/shown-when").then(({ shownWhen }) => {
      if (!isLate) setShown({ zone, words: shownWhen(clock, zone, "axis") });
    });
    return () => {
      isLate = true;
    };
  }, [zone, clock]);
  return <time dateTime={of.earliest}>{shown !== null && shown.zone === zone ? shown.words : of.when}</time>;
}
