import type { Metadata } from "next";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { NotificationList } from "@/components/editor/talk/notification-list";
import { hasRole } from "@/lib/auth/principal";
import { listNotifications } from "@/lib/notifications/queries";
import { paths } from "@/lib/paths";
import { requireViewer } from "../../editor-page";
import { markReadAction } from "../talk-actions";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const viewer = await requireViewer(paths.notifications());
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  return (
    <DeskPage title="Notifications" narrow>
      <NotificationList lines={await listNotifications(viewer.id)} markRead={markReadAction} />
    </DeskPage>
  );
}
