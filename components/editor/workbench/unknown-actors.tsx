"use client";

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { type ActorKind, actorKinds } from "@/lib/taxonomy/terms";
import { actorKindLabels } from "@/lib/taxonomy/words";
import type { AllItems } from "./use-all-items";
import styles from "./workbench.module.css";

const kinds = actorKinds.map((value) => ({ value, label: actorKindLabels[value] }));

/** The actors that proposals name and nobody knows, settled in one act instead of card by card. */
export function UnknownActors({ all }: { all: AllItems }) {
  const [kind, setKind] = useState<ActorKind>("armed-group");
  if (all.unknown.length === 0) return null;
  return (
    <fieldset className={styles.unknown}>
      <legend className={styles.unknownNames}>
        Not known yet:{" "}
        {all.unknown.map(({ name }, index) => (
          <span key={name}>
            {index > 0 && ", "}
            <bdi>{name}</bdi>
          </span>
        ))}
      </legend>
      <Button size="small" disabled={all.isRunning} title="Shift U" onClick={() => void all.leaveOut()}>
        Leave them out
      </Button>
      <NativeSelect
        size="xs"
        aria-label="Kind of the new actors"
        value={kind}
        data={kinds}
        onChange={(event) => setKind(event.currentTarget.value as ActorKind)}
      />
      <Button size="small" disabled={all.isRunning} onClick={() => void all.createActors(kind)}>
        Add all as new actors
      </Button>
    </fieldset>
  );
}
