import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Tombstone } from "@/components/incidents/tombstone";
import { readIncidentAddress } from "@/lib/incidents/address";
import { getPublicIncident } from "@/lib/incidents/permalink-queries";

export const metadata: Metadata = { title: "Retracted", robots: { index: false } };

/** What proxy.ts answers with, and status 410, where a retracted incident stood. */
export default async function Page({ params }: { params: Promise<{ publicId: string }> }) {
  const address = readIncidentAddress((await params).publicId);
  const found = address && (await getPublicIncident(address.publicId));
  if (found?.status !== "retracted") notFound();
  return <Tombstone publicId={address?.publicId ?? ""} {...found} />;
}
