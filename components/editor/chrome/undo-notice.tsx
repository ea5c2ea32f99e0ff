"use client";

import { notifications } from "@mantine/notifications";
import { Button } from "@/components/ui/button";

/** Says what was done, and offers to undo it for as long as the notice stands. */
export function offerUndo(words: string, undo: () => void, staysMs?: number): void {
  const id = notifications.show({
    ...(staysMs === undefined ? {} : { autoClose: staysMs }),
    message: (
      <span style={{ display: "flex", alignItems: "center", gap: "12px" }}>
        <span style={{ flex: 1 }}>{words}</span>
        <Button
          size="small"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </span>
    ),
  });
}
