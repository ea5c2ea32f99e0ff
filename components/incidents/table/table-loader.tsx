"use client";

import dynamic from "next/dynamic";

/** The table with its script, which other views do without. */
export const IncidentTable = dynamic(async () => (await import("./incident-table")).IncidentTable);
