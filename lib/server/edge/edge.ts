/** The server itself: the gates in their order, then Next. */
import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isJson } from "../api/read-json";
import type { Log } from "../log";
import { watchReach } from "../reached";
import { shareOf } from "../web-processes";
import { bodyIdleMs, isTooLong, watchBody } from "./body";
import { clientAddress } from "./client-address";
import { answerClientError } from "./client-error";
import { reportPath, takeReport } from "./csp-report";
import { isKnownHost, knownHosts } from "./host";
import { lingerOver } from "./linger";
import { isForPrograms, mayPost } from "./origin";
import { refuse } from "./refusal";
import { isActionId, isForm, isPlainTarget, rewriteHeaders } from "./request-headers";
import { type AnswerFacts, contentSecurityPolicy, guardAnswer } from "./response-headers";
import { routeName } from "./route-name";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export type EdgeOptions = {
  /** Origin of PUBLIC_URL. */
  publicUrl: string;
  handler: Handler;
  log: Log;
  /** True once the process was told to stop. */
  isDraining?: () => boolean;
  /** Reverse proxies in front that are ours. */
  trustedHops?: number;
  /** How many serve this port together; 1 unless given. */
  processes?: number | undefined;
  idleMs?: number;
  headersTimeoutMs?: number;
};

const healthPath = "/api/health";
/** Of all processes on this port together. */
const maxConnections = 2_000;
const allowedMethods = new Set(["GET", "HEAD", "POST"]);

/** The server, not yet listening. */
export function createEdge(options: EdgeOptions): Server {
  const hosts = knownHosts(options.publicUrl);
  const isDraining = options.isDraining ?? (() => false);
  const take = (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response, { ...options, isDraining, hosts }).catch((error: unknown) => {
      options.log.error({ code: "edge_fault", error });
      refuse(request, response, 500);
    });
  };
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: options.headersTimeoutMs ?? 10_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    // No WebSocket is served: an upgrade is answered like any request.
    shouldUpgradeCallback: () => false,
  } as Parameters<typeof createServer>[0], take);
  server.on("checkContinue", take);
  server.on("clientError", answerClientError);
  server.maxConnections = shareOf(maxConnections, options.processes ?? 1);
  // One of several that is full closes what it is given; sent back, the connection would go round between full ones without end.
  Object.assign(server, { dropMaxConnection: true });
  server.setTimeout(120_000);
  return server;
}

type Context = EdgeOptions & { hosts: ReadonlySet<string>; isDraining: () => boolean };

async function serve(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const requestId = randomUUID();
  const csp = contentSecurityPolicy(randomBytes(16).toString("base64"));
  const path = (request.url ?? "").split("?", 1)[0]!;
  const facts: AnswerFacts = { path, csp, requestId, isDraining: context.isDraining };
  guardAnswer(response, facts);
  logWhenDone(request, response, path, requestId, context.log);
  lingerOver(request);

  const refusal = gate(request, path, context);
  if (refusal !== undefined) {
    refuse(request, response, refusal, refusal === 405 ? { Allow: [...allowedMethods].join(", ") } : {});
    return;
  }
  if (request.headers.expect?.toLowerCase() === "100-continue") response.writeContinue();
  const { protocol } = new URL(context.publicUrl);
  rewriteHeaders(request, {
    "content-security-policy": csp,
    "x-request-id": requestId,
    "x-forwarded-proto": protocol.slice(0, -1),
    "x-forwarded-for": clientAddress(request, context.trustedHops ?? 0),
  });
  watchBody(request, response, path, context.idleMs ?? bodyIdleMs);
  if (path === reportPath && request.method === "POST") await takeReport(request, response, context);
  else await watchReach((reached) => {
    facts.isUnread = () => isForm(request, path) && !reached.isReached;
    facts.retryAfter = () => reached.retryAfterSeconds;
    facts.isAway = () => reached.isAway;
    facts.isFailed = () => reached.isFailed;
    return context.handler(request, response);
  });
}

/** The status that turns the request away, or undefined. */
function gate(request: IncomingMessage, path: string, { hosts, publicUrl, isDraining }: Context): number | undefined {
  const { headers, method = "" } = request;
  if (path === healthPath && isDraining()) return 503;
  if (path !== healthPath && !isKnownHost(request.rawHeaders, hosts)) return 421;
  if (!allowedMethods.has(method)) return 405;
  if (!isPlainTarget(request.url)) return 400;
  if (method !== "POST") return undefined;
  const secFetchSite = headers["sec-fetch-site"]?.toString();
  if (!mayPost({ path, origin: headers.origin, secFetchSite, host: headers.host ?? "" }, publicUrl)) return 403;
  // What came without an Origin can be no form: forms, and what Next takes for one, cannot be sent as JSON.
  if (isForPrograms(path) && !isJson(headers["content-type"])) return 415;
  if (headers["next-action"] !== undefined && (isForPrograms(path) || !isActionId(headers["next-action"]))) return 400;
  return isTooLong(request, path) ? 413 : undefined;
}

function logWhenDone(request: IncomingMessage, response: ServerResponse, path: string, requestId: string, log: Log): void {
  const startedAt = performance.now();
  response.once("close", () => {
    const route = routeName(path);
    if (route === "/_next/static" && response.statusCode < 400) return;
    log.info({ code: "request", requestId, route, method: request.method ?? "?", status: response.statusCode, ms: performance.now() - startedAt });
  });
}
