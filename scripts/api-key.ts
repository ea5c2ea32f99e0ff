import { readArguments } from "./arguments";
import { runWithDatabase } from "./with-database";

runWithDatabase("npm run api-key", async () => {
  const { operands, options } = readArguments(process.argv.slice(2), {
    usage: "Use: npm run api-key -- create EMAIL --name NAME",
    verb: "create",
    operands: 1,
    options: ["name"],
    required: ["name"],
  });
  const { createApiKey } = await import("@/lib/auth/accounts");
  const { systemPrincipal } = await import("@/lib/auth/principal");
  const made = await createApiKey(systemPrincipal, { email: operands[0] ?? "", name: options.name ?? "" });
  console.log(`API key "${made.name}" of ${operands[0]}, shown this once:`);
  console.log(made.key);
});
