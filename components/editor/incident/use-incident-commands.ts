import { paths } from "@/lib/paths";
import { type PageCommand, usePageCommands } from "../chrome/page-commands";
import type { Item } from "../workbench/item";
import type { ItemCommands } from "../workbench/use-item-commands";

/** Offers in the command palette what the incident at hand can take next. */
export function useIncidentCommands(
  item: Item,
  viewer: { mayEdit: boolean; publishes: boolean },
  commands: Pick<ItemCommands, "save" | "step">,
): void {
  const incident = item.record?.incident;
  const isDraft = incident?.status === "draft";
  const isWaiting = isDraft || incident?.status === "in_review";
  const offered: (PageCommand | false)[] = [
    viewer.mayEdit && { id: "save", label: "Save this incident", run: () => void commands.save(item.id) },
    viewer.mayEdit &&
      isDraft && {
        id: "submit",
        label: "Submit this incident for review",
        run: () => void commands.step(item.id, "submit"),
      },
    viewer.publishes &&
      isWaiting && {
        id: "publish",
        label: "Publish this incident",
        run: () => void commands.step(item.id, "publish"),
      },
    incident?.status === "published" && {
      id: "public",
      label: "Open the public page of this incident",
      run: () => location.assign(paths.incident(incident.publicId, incident.title)),
    },
  ];
  usePageCommands(offered.filter((one) => one !== false));
}
