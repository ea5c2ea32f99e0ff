"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, SubmitEvent } from "react";
import { paths } from "@/lib/paths";

/** A GET form of the timeline page; with a script it keeps the page and leaves empty fields out. */
export function FilterForm(props: Omit<ComponentProps<"form">, "action" | "method" | "onSubmit">) {
  const router = useRouter();
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === "string" && value.trim() !== "") params.append(name, value.trim());
    }
    router.push(paths.home(params.toString()), { scroll: false });
  }
  return <form {...props} action={paths.home()} onSubmit={submit} />;
}
