import "server-only";
import type { IncomingMessage } from "node:http";
import { Socket } from "node:net";

/** How long a sender may go on pushing a body that was already answered. */
const lingerMs = 2_000;

/**
 * After its last answer Node cuts the line, even while the body is still coming in: the sender's system is told "reset" and
 * throws away the answer it had not read yet. Here the answer is followed by an end, and the line is cut a moment later.
 */
export function lingerOver(request: IncomingMessage): void {
  const { socket } = request;
  socket.destroySoon = () => {
    if (request.complete) return Socket.prototype.destroySoon.call(socket);
    socket.end();
    setTimeout(() => socket.destroy(), lingerMs).unref();
  };
}
