import type { ComponentProps } from "react";
import styles from "./button.module.css";
import { classNames } from "./class-names";

export type Look = {
  /** primary: the one thing to do here; quiet: without a frame. */
  look?: "plain" | "primary" | "quiet";
  size?: "medium" | "small";
  /** Only an icon inside: give an aria-label. */
  iconOnly?: boolean;
};

export const buttonClass = (
  { look = "plain", size = "medium", iconOnly = false }: Look,
  className?: string,
) =>
  classNames(
    styles.button,
    look !== "plain" && styles[look],
    size === "small" && styles.small,
    iconOnly && styles.icon,
    className,
  );

export function Button({
  look,
  size,
  iconOnly,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look) {
  return <button type={type} className={buttonClass({ look, size, iconOnly }, className)} {...rest} />;
}
