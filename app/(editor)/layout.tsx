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
import { getViewer } from "@/lib/auth/session";
import { signOutAction } from "./sign-out";

export default async function EditorLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  return (
    <EditorProvider>
      <div data-mantine-color-scheme="light">
        <EditorHeader viewer={viewer} signOut={signOutAction} />
        {children}
      </div>
    </EditorProvider>
  );
}
