// Loaded into every Node process of a command under test: notes what it opens, whatever becomes of it.
import {appendFileSync} from "node:fs";
import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";
import {syncBuiltinESMExports} from "node:module";

const note = (text) => appendFileSync(process.env.SOCKETS_LOG, `${text}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  const [first] = Array.isArray(given[0]) ? given[0] : given;
  const {path, host = "localhost", port} = typeof first === "object" ? first : {port: first, host: given[1]};
  note(path === undefined ? `connect ${host}:${port}` : `local ${path}`);
  return connect.apply(this, given);
};

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...given) {
  this.once("listening", () => {
    const address = this.address();
    // Closed again at once: somebody only tried whether the port is free.
    if (address === null) return;
    note(typeof address === "string" ? `local ${address}` : `listen ${address.address}:${address.port}`);
  });
  return listen.apply(this, given);
};

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...given) {
  note(`datagram ${given.slice(1).join(" ")}`);
  return send.apply(this, given);
};

for (const [owner, name] of ["lookup", "resolve", "resolve4", "resolve6"].flatMap((each) => [
  [dns, each],
  [dns.promises, each],
])) {
  const asked = owner[name];
  owner[name] = (host, ...rest) => {
    // An address needs no looking up: nobody is asked.
    if (net.isIP(host) === 0) note(`lookup ${host}`);
    return asked(host, ...rest);
  };
}
syncBuiltinESMExports();
