// The permission model of Node 24 has no switch for the network. Nothing here needs a socket, so importing this
// first leaves no JavaScript way to make one; the WebAssembly of PDFium imports none, libvips has none.
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const refuse = () => {
  throw new Error("no network");
};

net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.createSocket = refuse;
dgram.Socket.prototype.send = refuse;
for (const name of Object.keys(dns)) if (typeof dns[name] === "function") dns[name] = refuse;
for (const name of Object.keys(dns.promises)) if (typeof dns.promises[name] === "function") dns.promises[name] = refuse;
for (const name of ["fetch", "WebSocket", "EventSource"]) Reflect.deleteProperty(globalThis, name);
syncBuiltinESMExports();
