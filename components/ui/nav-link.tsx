"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";

/** A link that says when it leads to the page one is on; exact: pages below it do not count. */
export function NavLink({
  href,
  exact = href === "/",
  ...rest
}: ComponentProps<typeof Link> & { href: string; exact?: boolean }) {
  const path = usePathname();
  const isHere = path === href || (!exact && path.startsWith(`${href}/`));
  return <Link href={href} aria-current={isHere ? "page" : undefined} prefetch={false} {...rest} />;
}
