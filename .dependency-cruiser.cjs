/** The directions of the house: who may import whom. A tool reads this; docs/decisions say why. */

/** Files of lib/ that talk to the database, the network, the disk or the session. */
const serverFiles =
  "^lib/(db|auth|jobs|reference|demo)/|^lib/.*/(queries|commands)\\.ts$|^lib/env\\.ts$|^lib/log\\.ts$";
const pureFolders = "^lib/(dates|geo|taxonomy|extraction)/";
const pureFiles = "^lib/.*/(schema|model)\\.ts$";
const tests = "\\.test\\.tsx?$";
const domains = "claims|links|articles|actors|places|publishers|campaigns";

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that need each other are one file, or three.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "lib-stands-alone",
      severity: "error",
      comment: "What is known and done does not depend on what is seen or routed.",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-are-seen",
      severity: "error",
      comment: "Components know neither routes nor the server.",
      from: { path: "^components/", pathNot: tests },
      to: { path: `^app/|${serverFiles}` },
    },
    {
      name: "pure-stays-pure",
      severity: "error",
      comment: "Schemas, rules, dates, places, terms and extraction run anywhere: no input, no output.",
      from: { path: `${pureFolders}|${pureFiles}`, pathNot: tests },
      to: { path: `${serverFiles}|node_modules/(server-only|pg|@prisma|next)/` },
    },
    {
      name: "ground-knows-no-domain",
      severity: "error",
      comment: "Dates, places and terms are below every domain.",
      from: { path: "^lib/(dates|geo|taxonomy)/" },
      to: { path: `^lib/(${domains}|incidents|timeline|extraction|exchange|auth|db)/` },
    },
    {
      name: "domains-point-down",
      severity: "error",
      comment: "Incidents build on claims, links, articles, actors and places, never the other way round.",
      from: { path: `^lib/(${domains})/`, pathNot: tests },
      to: {
        path: "^lib/(incidents|timeline|exchange)/",
        pathNot: "^lib/incidents/(schema|model|terms)\\.ts$",
      },
    },
    {
      name: "exchange-is-on-top",
      severity: "error",
      comment: "Formats are read and written for the outside; nothing in lib needs them.",
      from: { path: "^lib/(?!exchange/)" },
      to: { path: "^lib/exchange/" },
    },
    {
      name: "one-door-to-vis-timeline",
      severity: "error",
      comment: "The drawing library can be replaced as long as one folder knows it.",
      from: { pathNot: "^components/timeline/" },
      to: { path: "node_modules/(vis-timeline|vis-data|moment)/" },
    },
    {
      name: "scripts-are-outside",
      severity: "error",
      comment: "The site does not depend on the programs that build and start it.",
      from: { path: "^(app|components|lib)/", pathNot: tests },
      to: { path: "^(scripts|bench|e2e)/" },
    },
    {
      name: "only-what-is-declared",
      severity: "error",
      comment: "A package that package.json does not name may be gone after the next installation.",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "everything-is-found",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/db/generated/" },
    parser: "swc",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".cjs", ".json", ".css", ".d.ts"],
    },
    tsConfig: { fileName: "tsconfig.json" },
  },
};
