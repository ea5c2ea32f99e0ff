import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/ui/site-footer";
import { SiteHeader } from "@/components/ui/site-header";
import { getViewer } from "@/lib/auth/session";
import { schemeCookie, schemeOf } from "@/lib/scheme";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [viewer, jar] = await Promise.all([getViewer(), cookies()]);
  return (
    <>
      <SiteHeader viewer={viewer} />
      {children}
      <SiteFooter scheme={schemeOf(jar.get(schemeCookie)?.value)} />
    </>
  );
}
