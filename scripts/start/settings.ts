import { StartError } from "@/lib/db/start-error";
import { type Env, readEnv } from "@/lib/env";

/** The checked environment; throws StartError with the sentence that says which variable is bad and why. */
export function settings(): Env {
  const result = readEnv(process.env);
  if (!result.ok) throw new StartError(result.message);
  return result.env;
}
