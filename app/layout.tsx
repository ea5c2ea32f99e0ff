import "@fontsource-variable/inter/wght.css";
import "@/components/ui/tokens.css";
import "@/components/ui/globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { schemeCookie, schemeOf } from "@/lib/scheme";

export const metadata: Metadata = {
  title: { default: "Sightline", template: "%s · Sightline" },
  description:
    "A public, linked, filterable timeline of security incidents whose every value can be traced to the sentence it came from.",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#141517" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const scheme = schemeOf((await cookies()).get(schemeCookie)?.value);
  const fixed = scheme === "system" ? undefined : scheme;
  return (
    <html lang="en" data-scheme={fixed} data-mantine-color-scheme={fixed} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
