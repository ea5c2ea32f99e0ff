import "server-only";
import { randomUUID } from "node:crypto";
import type { JSONSchema7 } from "ai";
import { env } from "@/lib/env";
import type { ProposedIncident } from "@/lib/extraction/proposal";
import { log, logUnknownError } from "@/lib/log";
import { firstPart } from "./article-part";
import { AnswerTooLarge, boundedFetch } from "./bounded-fetch";
import { articlePrompt, instructions } from "./instructions";
import { type ModelIncident, modelAnswerJsonSchema, readModelAnswer } from "./schema";
import { type ModelFacts, verifyIncidents } from "./verify";

export type ModelSettings = { url: string; name: string; key: string | undefined };

/** What came of asking: proposals that stand, or one sentence about why there are none. */
export type ModelProposals = { ok: true; incidents: ProposedIncident[] } | { ok: false; problem: string };

const TIMEOUT_MS = 45_000;
const MOST_TOKENS = 8_000;

/** The configured model; null when there is none, and then nothing is ever sent. */
export function modelSettings(): ModelSettings | null {
  const { SIGHTLINE_MODEL_URL: url, SIGHTLINE_MODEL_NAME: name, SIGHTLINE_MODEL_KEY: key } = env();
  return url === undefined || name === undefined ? null : { url, name, key };
}

/** A server may know no schemas, temperatures or limits: then it is asked with the words alone. */
type Manner = "with-schema" | "plain";

async function ask(
  { url, name, key }: ModelSettings,
  prompt: string,
  manner: Manner,
  signal: AbortSignal,
): Promise<ModelIncident[]> {
  const [{ generateText, jsonSchema, Output }, { createOpenAICompatible }] = await Promise.all([
    import("ai"),
    import("@ai-sdk/openai-compatible"),
  ]);
  const provider = createOpenAICompatible({
    name: "model",
    baseURL: url.replace(/\/+$/, "").replace(/\/chat\/completions$/, ""),
    ...(key === undefined ? {} : { apiKey: key }),
    supportsStructuredOutputs: true,
    fetch: boundedFetch,
    ...(manner === "plain" ? { transformRequestBody: ({ model, messages }) => ({ model, messages }) } : {}),
  });
  // Made by zod for this draft of JSON Schema.
  const schema = jsonSchema<ModelIncident[]>(modelAnswerJsonSchema as JSONSchema7, {
    validate: (value) => {
      const incidents = readModelAnswer(value);
      return incidents
        ? { success: true, value: incidents }
        : { success: false, error: new Error("no list of incidents") };
    },
  });
  const { output } = await generateText({
    model: provider(name),
    instructions,
    prompt,
    output: Output.object({ schema, name: "incidents" }),
    temperature: 0,
    maxOutputTokens: MOST_TOKENS,
    maxRetries: 0,
    abortSignal: signal,
  });
  return output;
}

/** The causes of an error, itself first. */
function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let at = error; at !== undefined && at !== null && causes.length < 5; ) {
    causes.push(at);
    at = at instanceof Error ? at.cause : undefined;
  }
  return causes;
}

const statusOf = (error: unknown): number | null =>
  typeof error === "object" && error !== null && "statusCode" in error && typeof error.statusCode === "number"
    ? error.statusCode
    : null;

/** JSON that a model wrapped in a code fence or in words; null when it holds no list of incidents. */
function unwrapped(error: unknown): ModelIncident[] | null {
  const text =
    typeof error === "object" && error !== null && "text" in error && typeof error.text === "string"
      ? error.text.replace(/^[\s\S]*<\/think>/, "")
      : "";
  try {
    return readModelAnswer(JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)));
  } catch {
    return null;
  }
}

function problemOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return "The language model did not answer in time.";
  const causes = causesOf(error);
  if (causes.some((cause) => cause instanceof AnswerTooLarge)) {
    return "The language model answered more than can be read.";
  }
  const status = causes.map(statusOf).find((one) => one !== null) ?? null;
  if (status === 401 || status === 403) return `The language model refused the key (HTTP ${status}).`;
  if (status === 429) return "The language model takes no more requests now (HTTP 429).";
  if (status !== null && status >= 400) return `The language model answered with an error (HTTP ${status}).`;
  const isAnswer =
    status !== null || causes.some((cause) => cause instanceof Error && /^AI_(?!APICall)/.test(cause.name));
  return isAnswer
    ? "The language model did not answer with a list of incidents."
    : "The language model cannot be reached.";
}

async function answerOf(
  settings: ModelSettings,
  prompt: string,
  signal: AbortSignal,
): Promise<ModelIncident[] | { problem: string }> {
  try {
    return await ask(settings, prompt, "with-schema", signal).catch((error: unknown) => {
      const isRefusedForm = causesOf(error).some((cause) => [400, 422].includes(statusOf(cause) ?? 0));
      if (!isRefusedForm || signal.aborted) throw error;
      return ask(settings, prompt, "plain", signal);
    });
  } catch (error) {
    return unwrapped(error) ?? { problem: problemOf(error, signal) };
  }
}

/**
 * Asks a language model for the incidents of an article and keeps of its answer what the article bears out.
 * Never throws: whatever goes wrong costs the model's part alone. The key is neither logged nor answered.
 */
export async function proposeWithModel(
  settings: ModelSettings,
  facts: ModelFacts,
  timeoutMs = TIMEOUT_MS,
): Promise<ModelProposals> {
  const prompt = articlePrompt(firstPart(facts.text), facts.publishedOn, `article-${randomUUID()}`);
  const answer = await answerOf(settings, prompt, AbortSignal.timeout(timeoutMs));
  if ("problem" in answer) {
    // An error of the call may hold the request, and with it the article: only the sentence is logged.
    log.warn({ model: settings.name, problem: answer.problem });
    return { ok: false, problem: answer.problem };
  }
  try {
    return { ok: true, incidents: verifyIncidents(answer, facts) };
  } catch (error) {
    const reference = logUnknownError(error);
    return {
      ok: false,
      problem: `The language model's answer could not be checked (reference ${reference}).`,
    };
  }
}
