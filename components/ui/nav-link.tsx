"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";

/** A link that says when it leads to the page one is on. */
export function NavLink({ href, ...rest }: ComponentProps<typeof Link> & { href: string }) {
  const path = usePathname();
  const isHere = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
  return <Link href={href} aria-current={isHere ? "page" : undefined} prefetch={false} {...rest} />;
}
