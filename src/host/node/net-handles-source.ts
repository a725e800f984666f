/**
 * Handles of sockets and servers for `net`: what a system answers about addresses, over %Tcp…. Node: src/tcp_wrap.cc and
 * lib/internal/net.js. Simplified: a machine has the addresses of its loopback only.
 */
export const netHandlesSource = String.raw`function (require, global) {
  const { Error, AggregateError, Object, RegExp } = global;
  const { Buffer } = require('buffer');
  const { byName, errnoError, messageOf } = require('internal/uv');
  const { listening, freePort, clientPort } = require('internal/http-servers');

  const v4Part = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])';
  const v4 = '(?:' + v4Part + '\\.){3}' + v4Part;
  const v6Part = '(?:[0-9a-fA-F]{1,4})';
  /** After so many parts with their colons, what may follow. */
  function v6After(parts) {
    if (parts === 7) return '(?:' + v6Part + ':){7}(?:' + v6Part + '|:)';
    if (parts === 6) return '(?:' + v6Part + ':){6}(?:' + v4 + '|:' + v6Part + '|:)';
    const repeated = '(?::' + v6Part + '){0,' + (5 - parts) + '}:' + v4;
    const rest = '(?:' + (parts === 5 ? ':' + v4 : repeated) + '|(?::' + v6Part + '){1,' + (7 - parts) + '}|:)';
    return parts === 0 ? '(?::' + '(?:' + repeated + '|(?::' + v6Part + '){1,7}|:))' : '(?:' + v6Part + ':){' + parts + '}' + rest;
  }
  const v4Only = new RegExp('^' + v4 + '$');
  const v6Only = new RegExp('^(?:' + [7, 6, 5, 4, 3, 2, 1, 0].map(v6After).join('|') + ')(?:%[0-9a-zA-Z-.:]{1,})?$');
  const isIPv4 = (text) => v4Only.test(text);
  const isIPv6 = (text) => v6Only.test(text);
  const isIP = (text) => (isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0);

  /** Node: ExceptionWithHostPort, UVExceptionWithHostPort; 'listen' says what its code means. */
  function addressError(code, syscall, address, port, additional) {
    const place = port && port > 0 ? address + ':' + port : address;
    const details = (place === undefined || place === null ? '' : ' ' + place) + (additional ? ' - Local (' + additional + ')' : '');
    const error = new Error(syscall + ' ' + code + (syscall === 'listen' ? ': ' + messageOf(byName[code]) : '') + details);
    if (syscall === 'listen') {
      error.code = code;
      error.errno = byName[code];
    } else {
      error.errno = byName[code];
      error.code = code;
    }
    error.syscall = syscall;
    error.address = address;
    if (port) error.port = port;
    return error;
  }
  const systemError = (code, syscall) => errnoError.call(require('internal/uv'), byName[code], syscall);
  function errorOfAll(errors) {
    const error = new AggregateError(errors);
    error.code = errors[0].code;
    return error;
  }

  const isLoopback = (address) => /^127\./.test(address) || address === '::1' || address === '0.0.0.0' || address === '::' || /^::ffff:127\./.test(address);
  /** Node: dns.lookup, of what the machine's own table of hosts knows. */
  function lookup(host, options, callback) {
    const found = options.family === 4 ? ['127.0.0.1'] : options.family === 6 ? ['::1'] : ['::1', '127.0.0.1'];
    %NetworkRequest('dns.lookup ' + host, () => {
      if (options.all) callback(null, found.map((address) => ({ address, family: isIP(address) })));
      else callback(null, found[0], isIP(found[0]));
    });
  }
  const isHere = (host) => (isIP(host) ? isLoopback(host) : host === 'localhost');
  function refuseElsewhere(what, host) {
    throw new Error('Underhood does not simulate ' + what + ' ' + host + ': nothing leaves the machine. Let a server of the same program listen at localhost.');
  }

  /** Whether a server that listens at one address hears what is sent to the other. */
  function isHeard(bound, address) {
    if (bound === '::') return true;
    if (address === '::') address = '::1';
    if (address === '0.0.0.0') address = '127.0.0.1';
    return bound === address || (bound === '0.0.0.0' && isIPv4(address));
  }

  class TCP {
    #handle;
    #bound;
    #server;
    constructor(site) {
      this.reading = false;
      this.isMapped = false;
      this.path = undefined;
      this.onread = undefined;
      this.onconnection = undefined;
      this.#handle = %TcpOpen(
        (bytes, code) => { if (this.onread) this.onread(bytes === undefined ? undefined : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), code); },
        () => {
          const accepted = this.path === undefined ? new TCP() : new Pipe();
          %TcpAccept(accepted.#handle, this.#handle);
          accepted.isMapped = this.#bound[0] === '::';
          this.onconnection(accepted);
        },
        site
      );
    }
    get bytesRead() { return %TcpCount(this.#handle, 'read'); }
    get bytesWritten() { return %TcpCount(this.#handle, 'written'); }
    get writeQueueSize() { return %TcpCount(this.#handle, 'queue'); }
    bind(address, port) {
      if (!isLoopback(address)) return 'EADDRNOTAVAIL';
      this.#bound = [address, port];
      return undefined;
    }
    /** A port has one server, whatever the address. */
    listen() {
      let [address, port] = this.#bound;
      const { path } = this;
      if (path === undefined ? port !== 0 && listening.has(port) : listening.has(path)) return 'EADDRINUSE';
      if (path === undefined && port === 0) port = freePort();
      this.#bound = [address, port];
      this.#server = path ?? port;
      listening.set(this.#server, { isRaw: true, address, handle: this });
      if (path === undefined) %TcpListen(this.#handle, address, port);
      else %TcpListen(this.#handle, path, -1);
      return undefined;
    }
    connect(address, port, callback) {
      const server = listening.get(port);
      if (server !== undefined && !server.isRaw) return 'http';
      const isFound = server !== undefined && isHeard(server.address, address);
      const [from, fromPort] = this.#bound ?? [isIPv4(address) ? '127.0.0.1' : '::1', 0];
      %TcpConnect(this.#handle, isFound ? server.handle.#handle : undefined, from, fromPort || clientPort(), address === '::' ? '::1' : address === '0.0.0.0' ? '127.0.0.1' : address, port, callback);
      return undefined;
    }
    connectAt(path, callback) { %TcpConnect(this.#handle, listening.get(path)?.handle.#handle, 'a client of ' + path, -1, path, -1, callback); }
    readStart() { return %TcpRead(this.#handle, true); }
    readStop() { %TcpRead(this.#handle, false); }
    write(bytes, callback) { return %TcpWrite(this.#handle, bytes, callback); }
    shutdown(callback) { return %TcpShutdown(this.#handle, callback); }
    close(callback) { this.#close(false, callback); }
    reset(callback) { this.#close(true, callback); }
    #close(isReset, callback) {
      if (this.#server !== undefined) listening.delete(this.#server);
      this.#server = undefined;
      %TcpClose(this.#handle, isReset, callback);
    }
    ref() { %TcpRef(this.#handle, true); }
    unref() { %TcpRef(this.#handle, false); }
    getsockname(out) { return this.#name(out, false); }
    getpeername(out) { return this.#name(out, true); }
    /** What comes over IPv4 to a server of both families has an address of IPv6. */
    #name(out, isRemote) {
      const [address, port] = %TcpName(this.#handle, isRemote) ?? (isRemote ? [] : (this.#bound ?? []));
      if (address === undefined) return 'ENOTCONN';
      const shown = this.isMapped && isIPv4(address) ? '::ffff:' + address : address;
      out.address = shown;
      out.family = 'IPv' + isIP(shown);
      out.port = port;
      return undefined;
    }
  }

  /** At a path. Node: src/pipe_wrap.cc. Simplified: fs knows nothing of it, and no such file is in the way. */
  class Pipe extends TCP {
    bind(path) {
      super.bind('127.0.0.1', 0);
      this.path = resolved(path);
      return undefined;
    }
    connect(path, port, callback) { return this.connectAt(resolved(path), callback); }
  }
  const resolved = (path) => (path[0] === '\0' ? path : require('path').resolve(path));
  Pipe.prototype.getsockname = Pipe.prototype.getpeername = Pipe.prototype.reset = undefined;

  return { Pipe, TCP, isIP, isIPv4, isIPv6, addressError, systemError, errorOfAll, lookup, isHere, isLoopback, refuseElsewhere };
}`;
