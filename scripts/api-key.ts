import { StartError } from "@/lib/db/start-error";
import { keyScopes } from "@/lib/taxonomy/key-scopes";
import { readArguments } from "./arguments";
import { runWithDatabase } from "./with-database";

const usage = `Use: npm run api-key -- create EMAIL --name NAME [--scope ${keyScopes.join("|")}]`;

runWithDatabase("npm run api-key", async () => {
  const { operands, options } = readArguments(process.argv.slice(2), {
    usage,
    verb: "create",
    operands: 1,
    options: ["name", "scope"],
    required: ["name"],
  });
  const scope = keyScopes.find((known) => known === (options.scope ?? "full"));
  if (!scope) throw new StartError(usage);
  const { createApiKey } = await import("@/lib/auth/api-keys");
  const { systemPrincipal } = await import("@/lib/auth/principal");
  const [email = ""] = operands;
  const made = await createApiKey(systemPrincipal, { email, name: options.name ?? "", scope });
  console.log(`API key "${made.name}" of ${email}, shown this once:`);
  console.log(made.key);
});
