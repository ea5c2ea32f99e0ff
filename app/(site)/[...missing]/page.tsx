import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Not found" };

/** Addresses that no other page has: the 404 with the site around it. */
export default function MissingPage() {
  notFound();
}
