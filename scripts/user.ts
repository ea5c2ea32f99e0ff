import { StartError } from "@/lib/db/start-error";
import { roles } from "@/lib/taxonomy/terms";
import { readArguments } from "./arguments";
import { runWithDatabase } from "./with-database";

const usage = `Use: npm run user -- add EMAIL --role ${roles.join("|")} [--name NAME]`;

runWithDatabase("npm run user", async () => {
  const { operands, options } = readArguments(process.argv.slice(2), {
    usage,
    verb: "add",
    operands: 1,
    options: ["role", "name"],
    required: ["role"],
  });
  const role = roles.find((known) => known === options.role);
  if (!role) throw new StartError(usage);
  const { addUser } = await import("@/lib/auth/accounts");
  const { systemPrincipal } = await import("@/lib/auth/principal");
  const user = await addUser(systemPrincipal, { email: operands[0] ?? "", role, name: options.name });
  console.log(`${user.email} now has the role ${user.role}.`);
  if (user.password) console.log(`Password, shown this once: ${user.password}`);
});
