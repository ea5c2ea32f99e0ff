"use client";

import dynamic from "next/dynamic";
import { HeroSkeleton } from "./hero-skeleton";

/** The timeline, loaded after the page has been painted; a skeleton of its size stands there until then. */
export const TimelineLoader = dynamic(async () => (await import("./timeline-hero")).TimelineHero, {
  ssr: false,
  loading: () => <HeroSkeleton />,
});
