"use client";

import { type MouseEvent, useState } from "react";
import { ButtonLink } from "./button-link";
import { VisuallyHidden } from "./visually-hidden";

/**
 * A link to a page's own permanent address that opens the device's share sheet, or copies the
 * address where there is none. Without a script it is the link.
 */
export function ShareLink({ url, title }: { url: string; title: string }) {
  const [copied, setCopied] = useState(false);

  async function share(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const isTouch = matchMedia("(pointer: coarse)").matches;
    try {
      if (isTouch && "share" in navigator) {
        await navigator.share({ title, url });
        return;
      }
      await navigator.clipboard.writeText(url);
      setCopied(true);
      setTimeout(() => setCopied(false), 2500);
    } catch (error) {
      // Closing the share sheet is an answer, not a failure.
      if (!(error instanceof DOMException && error.name === "AbortError")) location.assign(url);
    }
  }

  return (
    <>
      <ButtonLink size="small" href={url} prefetch={false} onClick={share} data-live="">
        {copied ? "Link copied" : "Share link"}
      </ButtonLink>
      <VisuallyHidden role="status">{copied ? "The link is copied" : ""}</VisuallyHidden>
    </>
  );
}
