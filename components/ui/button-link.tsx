import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonClass, type Look } from "./button";

/** A link that looks like a button. */
export function ButtonLink({ look, size, iconOnly, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={buttonClass({ look, size, iconOnly }, className)} {...rest} />;
}
