/** A short plain answer for what never reaches Next. */
import "server-only";
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import { isForPrograms } from "./origin";

/** What a person may read, French first; programs have the status. */
const sentences: Record<number, string> = {
  400: "Demande mal formée. / Malformed request.",
  403: "Ce formulaire n'a pas été envoyé depuis notre page : revenez en arrière, rechargez la page et recommencez. / This form was not sent from our page: go back, reload it and try again.",
  404: "Page introuvable. / Page not found.",
  405: "Méthode non admise. / Method not allowed.",
  408: "L'envoi s'est interrompu : recommencez. / The upload stalled: try again.",
  413: "Envoi trop volumineux. / Too large.",
  415: "Format non admis : application/json. / Only application/json is taken here.",
  421: "Adresse inconnue de ce serveur. / This server does not answer to that address.",
  431: "En-têtes trop volumineux. / Headers too large.",
  500: "Une erreur est survenue. / Something went wrong.",
  503: "Le service redémarre : réessayez dans un instant. / Restarting: try again in a moment.",
};

/** The sentence of a status, in both languages. */
export function sentenceFor(status: number): string {
  return sentences[status] ?? sentences[400]!;
}

/** How long a sender may still push a refused body before the line is cut. */
const lingerMs = 1_000;

/**
 * Answers and lets go of the request. A body still on its way is not read any
 * further; its sender has a moment to see the answer.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  const { socket } = request;
  if (response.headersSent) {
    socket.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const isReading = !request.complete && hasBody(request);
  const { type, text } = answerTo(request, status);
  response.writeHead(status, { "Content-Type": type, "Content-Length": Buffer.byteLength(text), ...headers });
  response.end(request.method === "HEAD" ? undefined : text);
  mute(response);
  if (!isReading) return;
  request.push = () => false;
  socket.pause();
  setTimeout(() => socket.destroy(), lingerMs).unref();
}

/** Words for a person; for a program a problem document (RFC 9457). */
function answerTo({ url = "" }: IncomingMessage, status: number): { type: string; text: string } {
  if (!isForPrograms(url.split("?", 1)[0]!)) return { type: "text/plain; charset=utf-8", text: `${sentenceFor(status)}\n` };
  const detail = sentenceFor(status).split(" / ")[1];
  return { type: "application/problem+json", text: JSON.stringify({ type: "about:blank", title: STATUS_CODES[status], status, detail }) };
}

/** True when the request announces a body. */
export function hasBody(request: IncomingMessage): boolean {
  return request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
}

/** A handler that was already at work may go on writing: into nothing. */
function mute(response: ServerResponse): void {
  const nothing = () => response;
  Object.assign(response, { setHeader: nothing, appendHeader: nothing, removeHeader: nothing, writeHead: nothing, flushHeaders: nothing, write: () => true, end: nothing });
}
