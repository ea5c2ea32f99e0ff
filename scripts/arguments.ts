import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { StartError } from "@/lib/db/start-error";

/**
 * Reads the words of a command: those in a fixed order, and options with a value each.
 * Throws StartError with the line that says how to use the command when any is missing or unknown.
 */
export function readArguments<Option extends string>(
  args: string[],
  shape: {
    usage: string;
    verb: string;
    operands: number;
    options: readonly Option[];
    required: readonly Option[];
  },
): { operands: string[]; options: Partial<Record<Option, string>> } {
  const config: ParseArgsOptionsConfig = Object.fromEntries(
    shape.options.map((name) => [name, { type: "string" } as const]),
  );
  const parsed = attempt(() => parseArgs({ args, options: config, allowPositionals: true }));
  const [verb, ...operands] = parsed?.positionals ?? [];
  const options = stringsOf<Option>(parsed?.values ?? {}, shape.options);
  const missing = shape.required.some((name) => !options[name]);
  if (verb !== shape.verb || operands.length !== shape.operands || missing) throw new StartError(shape.usage);
  return { operands, options };
}

function stringsOf<Option extends string>(values: Record<string, unknown>, names: readonly Option[]) {
  const options: Partial<Record<Option, string>> = {};
  for (const name of names) {
    const value = values[name];
    if (typeof value === "string") options[name] = value;
  }
  return options;
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
