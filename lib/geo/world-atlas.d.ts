/** Natural Earth's countries as TopoJSON; without this the compiler would type every coordinate. */
declare module "world-atlas/countries-50m.json" {
  import type { feature } from "topojson-client";

  type FeatureArguments = Parameters<typeof feature>;
  const topology: FeatureArguments[0] & { objects: { countries: FeatureArguments[1] } };
  export default topology;
}
