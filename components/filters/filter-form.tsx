"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, SubmitEvent } from "react";
import { paths } from "@/lib/paths";

type Props = Omit<ComponentProps<"form">, "action" | "method" | "onSubmit"> & {
  /** The page that it narrows; the timeline unless said otherwise. */
  path?: string;
};

/** A GET form of a page; with a script it keeps the page and leaves empty fields out. */
export function FilterForm({ path = paths.home(), ...props }: Props) {
  const router = useRouter();
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === "string" && value.trim() !== "") params.append(name, value.trim());
    }
    const query = params.toString();
    router.push(query === "" ? path : `${path}?${query}`, { scroll: false });
  }
  return <form {...props} action={path} onSubmit={submit} />;
}
