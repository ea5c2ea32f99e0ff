"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { z } from "zod";
import { NavLink } from "@/components/ui/nav-link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { paths } from "@/lib/paths";
import styles from "./notifications.module.css";

const askEveryMs = 30_000;
const answerSchema = z.object({ unread: z.int() });

/** How much one was told and has not read; asked again every half minute while the page is seen. */
export function NotificationBell({ className }: { className?: string }) {
  const [unread, setUnread] = useState(0);
  const path = usePathname();

  // Going to another page asks again: what was read there is read here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the occasion, not an input
  useEffect(() => {
    let isGone = false;
    async function ask() {
      if (document.visibilityState !== "visible") return;
      try {
        const answer = await fetch(paths.unreadNotifications());
        const read = answerSchema.safeParse(await answer.json());
        if (read.success && !isGone) setUnread(read.data.unread);
      } catch {
        // The next one asks again.
      }
    }
    void ask();
    const timer = setInterval(ask, askEveryMs);
    document.addEventListener("visibilitychange", ask);
    document.addEventListener("sightline:read", ask);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
      document.removeEventListener("sightline:read", ask);
    };
  }, [path]);

  return (
    <NavLink className={className} href={paths.notifications()} title="Notifications">
      <span className={styles.bell}>
        <svg viewBox="0 0 16 16" width="17" height="17" aria-hidden="true">
          <path
            d="M3 11.5h10c-1-1-1.4-2-1.4-4.5 0-2.300-1.500-3.800-3.600-3.800S4.400 4.700 4.400 7c0 2.500-.4 3.500-1.400 4.500zM6.500 13.300a1.600 1.600 0 0 0 3 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        </svg>
        {unread > 0 && (
          <span className={styles.badge} aria-hidden="true">
            {unread > 99 ? "99+" : unread}
          </span>
        )}
      </span>
      <VisuallyHidden>
        Notifications{unread > 0 && `, ${unread > 99 ? "more than 99" : unread} not read`}
      </VisuallyHidden>
    </NavLink>
  );
}
