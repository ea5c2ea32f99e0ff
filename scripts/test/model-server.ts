import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type ModelRequest = {
  path: string;
  authorization: string | undefined;
  body: {
    model: string;
    messages: { role: string; content: string }[];
    response_format?: { type: string; json_schema?: { strict?: boolean; schema: unknown } };
    max_tokens?: number;
    temperature?: number;
  };
};

type Behaviour = (response: ServerResponse, request: ModelRequest) => void;

async function readRequest(request: IncomingMessage): Promise<ModelRequest> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return {
    path: request.url ?? "",
    authorization: request.headers.authorization,
    body: JSON.parse(text),
  };
}

/** A stand-in for an OpenAI-compatible server, which behaves as the test tells it to. */
export async function startModelServer() {
  const requests: ModelRequest[] = [];
  let behave: Behaviour = (response) => sayText(response, '{"incidents":[]}');
  const server = createServer((request, response) => {
    void readRequest(request).then((read) => {
      requests.push(read);
      behave(response, read);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    behave: (next: Behaviour) => {
      requests.length = 0;
      behave = next;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export type ModelServer = Awaited<ReturnType<typeof startModelServer>>;

/** An error or any other answer as JSON. */
export function sayJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

/** A finished answer of the model with this text. */
export function sayText(response: ServerResponse, content: string | null, more: object = {}): void {
  sayJson(response, {
    id: "answer",
    object: "chat.completion",
    created: 0,
    model: "small",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content, ...more } }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
}
