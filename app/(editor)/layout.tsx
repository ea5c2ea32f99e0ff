import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/Input.css";
import "@mantine/core/styles/CloseButton.css";
import "@mantine/core/styles/Popover.css";
import "@mantine/core/styles/ScrollArea.css";
import "@mantine/core/styles/Combobox.css";
import "@mantine/core/styles/Pill.css";
import "@mantine/core/styles/PillsInput.css";
import "@mantine/core/styles/ActionIcon.css";
import "@mantine/core/styles/PasswordInput.css";
import "@mantine/core/styles/Loader.css";
import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import "@/components/editor/chrome/editor-theme.css";
import type { ReactNode } from "react";
import { EditorHeader } from "@/components/editor/chrome/editor-header";
import { EditorProvider } from "@/components/editor/chrome/editor-provider";
import { hasRole } from "@/lib/auth/principal";
import { getViewer } from "@/lib/auth/session";
import { countDuplicates } from "@/lib/incidents/duplicate-queries";
import { signOutAction } from "./sign-out";

export default async function EditorLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  const duplicates = viewer && hasRole(viewer, "editor") ? await countDuplicates() : null;
  return (
    <EditorProvider>
      <div data-mantine-color-scheme="light">
        <EditorHeader viewer={viewer} duplicates={duplicates} signOut={signOutAction} />
        {children}
      </div>
    </EditorProvider>
  );
}
