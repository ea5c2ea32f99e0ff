"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Company } from "@/lib/presence/schema";
import { type Item, isDirty } from "../workbench/item";
import type { ItemCommands } from "../workbench/use-item-commands";

/** Says that somebody else saved a version later than the form's; nothing that is typed is lost by taking it. */
export function NewerVersion({
  item,
  company,
  commands,
}: {
  item: Item;
  company: Company | undefined;
  commands: ItemCommands;
}) {
  const known = item.record?.incident.version ?? 0;
  if (!company || company.version <= known || item.conflict || item.busy) return null;
  const keepsForm = isDirty(item) || item.proposal !== null;
  return (
    <Notice tone="caution" role="status">
      <p>
        {company.savedBy} saved version {company.version} in the meantime.{" "}
        <Button size="small" onClick={() => void commands.load(item.id)}>
          {keepsForm ? "See both" : "Load it"}
        </Button>
      </p>
    </Notice>
  );
}
