import "server-only";
import { lookup as systemLookup } from "node:dns/promises";
import { Agent, buildConnector, request } from "undici";
import { refusedAddressReason } from "@/lib/articles/intake/address";
import { httpUrl } from "@/lib/articles/intake/canonical-url";
import { readBody } from "@/lib/articles/intake/response-body";
import { AppError } from "@/lib/errors";

const maxRedirects = 5;
const defaultTimeoutMs = 10_000;
const readableTypes = /^(text\/html|application\/xhtml\+xml|text\/plain)$/;

export type FetchedPage = {
  /** Where the page was in the end, after redirects. */
  url: string;
  /** The decompressed body, at most 5 MB. */
  bytes: Uint8Array;
  /** The Content-Type header as sent, with its charset; null when there was none. */
  contentType: string | null;
};

type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;

/** What tests put in place of the network's rules; nothing else passes any of these. */
export type FetchSeams = {
  allowAddress?: (ip: string) => boolean;
  allowPort?: (port: number) => boolean;
  resolve?: Resolve;
  timeoutMs?: number;
};

/**
 * Fetches an article's page: http and https on their own ports, public addresses only, checked when
 * connecting (so after every redirect and every DNS answer), 5 redirects, 10 s and 5 MB at most.
 * Throws AppError: invalid-input for what is refused, too-large, unsupported-media, fetch-failed.
 */
export async function fetchPage(address: string, seams: FetchSeams = {}): Promise<FetchedPage> {
  const timeoutMs = seams.timeoutMs ?? defaultTimeoutMs;
  const signal = AbortSignal.timeout(timeoutMs);
  const agent = checkedAgent(seams, timeoutMs);
  try {
    let url = checkedUrl(address, seams);
    for (let redirects = 0; ; redirects += 1) {
      const answer = await fetchOne(url, agent, signal);
      if ("page" in answer) return answer.page;
      if (redirects === maxRedirects) {
        throw new AppError("fetch-failed", {
          message: `The page redirects more than ${maxRedirects} times. Paste the article's text instead.`,
        });
      }
      url = checkedUrl(answer.location, seams, url);
    }
  } catch (error) {
    throw translate(error, signal, timeoutMs);
  } finally {
    // Not awaited: a server that hangs must not hold up the answer.
    agent.destroy().catch(() => undefined);
  }
}

/** Refuses an address that must not be fetched before anything is looked up. */
function checkedUrl(text: string, seams: FetchSeams, base?: URL): URL {
  const url = httpUrl(text, base?.href);
  if (!url) {
    throw refusal(
      base
        ? "The page redirects to something that is not an http or https address."
        : "Give an http or https address.",
    );
  }
  if (url.username || url.password) {
    throw refusal("The address holds a user name or password: give it without them.");
  }
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const isAllowed = seams.allowPort?.(port) ?? (port === 80 || port === 443);
  if (!isAllowed) throw refusal(`Port ${port} is not fetched: articles are read from ports 80 and 443.`);
  return url;
}

function refusal(message: string): AppError {
  return new AppError("invalid-input", { message, errors: [{ path: "url", message }] });
}

/** Refuses a host's address that is not public. */
function checkIp(ip: string, host: string, seams: FetchSeams): void {
  const reason = refusedAddressReason(ip);
  if (reason === null || seams.allowAddress?.(ip)) return;
  const what = host === ip ? ip : `${host} (${ip})`;
  throw refusal(`${what} is ${reason}; only pages of the public web are fetched.`);
}

/** An agent that looks a host up once per connection, checks every answer and connects to those answers. */
function checkedAgent(seams: FetchSeams, timeoutMs: number): Agent {
  const resolve: Resolve = seams.resolve ?? ((hostname) => systemLookup(hostname, { all: true }));
  const connector = buildConnector({
    allowH2: false,
    timeout: timeoutMs,
    lookup: (hostname, options, callback) => {
      resolve(hostname).then(
        (answers) => {
          try {
            for (const { address } of answers) checkIp(address, hostname, seams);
            const first = answers[0];
            if (!first) throw Object.assign(new Error("no address"), { code: "ENOTFOUND" });
            if (options.all) callback(null, answers);
            else callback(null, first.address, first.family);
          } catch (error) {
            callback(error as Error, "", 0);
          }
        },
        (error: Error) => callback(error, "", 0),
      );
    },
  });
  return new Agent({
    connections: 1,
    pipelining: 0,
    maxHeaderSize: 32_768,
    connect: (options, callback) => {
      try {
        // Node does not look up a host that is an IP address already.
        const literal = options.hostname.replace(/^\[|\]$/g, "");
        if (/^[\d.]+$|:/.test(literal)) checkIp(literal, literal, seams);
      } catch (error) {
        callback(error as Error, null);
        return;
      }
      connector(options, (...result) => {
        const [error, socket] = result;
        const ip = error === null ? socket.remoteAddress : undefined;
        if (error === null && (!ip || (refusedAddressReason(ip) !== null && !seams.allowAddress?.(ip)))) {
          socket.destroy();
          callback(refusal("The connection did not lead to an address of the public web."), null);
          return;
        }
        callback(...result);
      });
    },
  });
}

type Answer = { page: FetchedPage } | { location: string };

async function fetchOne(url: URL, dispatcher: Agent, signal: AbortSignal): Promise<Answer> {
  const response = await request(url, {
    dispatcher,
    signal,
    headers: {
      "user-agent": "Sightline",
      accept: "text/html, application/xhtml+xml, text/plain;q=0.8",
      "accept-encoding": "gzip, deflate, br",
      "accept-language": "*",
    },
  });
  // A body that is given up emits an error; without a listener that would end the process.
  response.body.on("error", () => undefined);
  const header = (name: string) => [response.headers[name]].flat()[0] ?? null;
  const discard = () => response.body.destroy();
  const location = header("location");
  if (response.statusCode >= 300 && response.statusCode < 400 && location) {
    discard();
    return { location };
  }
  if (response.statusCode < 200 || response.statusCode >= 300) {
    discard();
    throw new AppError("fetch-failed", { message: statusWords(response.statusCode, url.host) });
  }
  const contentType = header("content-type");
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "" && !readableTypes.test(type)) {
    discard();
    throw new AppError("unsupported-media", {
      message: `The address leads to ${type.slice(0, 60)}, not to a web page. Open it and paste the article's text.`,
    });
  }
  const bytes = await readBody(response.body, {
    encoding: header("content-encoding"),
    length: header("content-length"),
    signal,
  });
  return { page: { url: url.href, bytes, contentType } };
}

function statusWords(status: number, host: string): string {
  const paste = "Open it in a browser and paste the article's text instead.";
  if (status === 404 || status === 410) return `${host} has no such page (it answered ${status}).`;
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return `${host} does not let the page be fetched (it answered ${status}). ${paste}`;
  }
  if (status === 429) return `${host} is receiving too many requests (it answered 429). Try again later.`;
  return `${host} answered ${status} instead of the page. ${paste}`;
}

const networkProblems: Readonly<Record<string, string>> = {
  ENOTFOUND: "There is no such host: check the address.",
  EAI_AGAIN: "The host's name could not be looked up just now. Try again later.",
  ECONNREFUSED: "The host refuses the connection.",
  ECONNRESET: "The host broke off the connection.",
  UND_ERR_SOCKET: "The host broke off the connection.",
  EHOSTUNREACH: "The host cannot be reached.",
  ENETUNREACH: "The host cannot be reached.",
  UND_ERR_HEADERS_OVERFLOW: "The host's answer is not usable: its headers are too large.",
};

function translate(error: unknown, signal: AbortSignal, timeoutMs: number): AppError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause;
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (signal.aborted || /TIMEOUT|TIMEDOUT/.test(code)) {
    const seconds = Math.round(timeoutMs / 1000);
    return new AppError("fetch-failed", {
      message: `The page did not arrive within ${seconds} seconds. Try again, or paste the article's text.`,
    });
  }
  const isCertificate = /CERT|TLS|SSL|SELF_SIGNED|ISSUER/.test(code);
  return new AppError("fetch-failed", {
    message:
      networkProblems[code] ??
      (isCertificate ? "The host's certificate is not valid." : "The page could not be fetched."),
  });
}
