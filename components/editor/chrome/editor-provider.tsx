"use client";

import { createTheme, type MantineColorSchemeManager, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";

const theme = createTheme({
  fontFamily: "var(--font-sans)",
  components: {
    TextInput: { defaultProps: { size: "xs" } },
    Textarea: { defaultProps: { size: "xs" } },
    NativeSelect: { defaultProps: { size: "xs" } },
    MultiSelect: { defaultProps: { size: "xs" } },
    FileInput: { defaultProps: { size: "xs" } },
    PasswordInput: { defaultProps: { size: "xs" } },
    Combobox: { defaultProps: { size: "xs", transitionProps: { duration: 0 } } },
  },
});

/** The scheme of the whole site stands on the html element; the forms follow it and never change it. */
const siteScheme: MantineColorSchemeManager = {
  get: (fallback) => {
    const chosen = typeof document === "undefined" ? undefined : document.documentElement.dataset.scheme;
    return chosen === "light" || chosen === "dark" ? chosen : fallback;
  },
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};

// Its variables come from editor-theme.css instead of a style element: a page opened by a link has
// another nonce than the document, and the browser would refuse the element.
export function EditorProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={siteScheme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <Notifications position="bottom-right" autoClose={7000} containerWidth={380} limit={3} />
      {children}
    </MantineProvider>
  );
}
