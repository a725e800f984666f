/** What the sources of `net` call by `%Tcp…(…)`. Node: src/tcp_wrap.cc, src/stream_base.cc. */
import { JSObject, type Value } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { type Site, siteOf } from '../waiting.ts';
import { bytesIn } from '../web/bytes.ts';
import { ConnectionQueue } from './connection.ts';
import { Poller } from './poller.ts';
import { TcpHandle } from './tcp-handle.ts';

/**
 * What the system's calls and Node's code around them take, in milliseconds: the first one of a process, as measured in Node 24; those
 * behind it take a tenth. So a timer that a program sets beside a connection is due before the connection has brought anything.
 * Simplified: the same on every machine, and whatever their size.
 */
const costs = { connect: 1, accept: 0.3, write: 0.1 };

export function installTcpFunctions(host: Host): void {
  const { isolate } = host;
  const define = (name: string, run: (args: Value[]) => Value | void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as Value);
  const spent = new Set<keyof typeof costs>();
  const spend = (what: keyof typeof costs): void => {
    host.clock.pass(spent.has(what) ? costs[what] / 10 : costs[what]);
    spent.add(what);
  };
  const opaque = (value: object): JSObject => {
    const object = isolate.realm.newObject();
    object.internal = { kind: 'opaque', value };
    return object;
  };
  // Where in the program a server begins to listen, for the handle that is made later.
  define('TcpSite', () => {
    const site = siteOf(isolate);
    return site && opaque(site);
  });
  define('TcpOpen', ([onRead, onConnection, from]) => {
    host.poller ??= new Poller(host);
    const site = from instanceof JSObject && from.internal?.kind === 'opaque' ? from.internal.value : siteOf(isolate);
    return opaque(
      new TcpHandle(host, host.poller, onRead as JSObject, onConnection as JSObject, site as Site | undefined),
    );
  });
  define('TcpListen', ([handle, address, port]) => {
    const local = { address: String(address), port: Number(port) };
    handleOf(handle).listen(new ConnectionQueue(), local);
  });
  define('TcpConnect', ([handle, server, fromAddress, fromPort, address, port, callback]) => {
    const from = { address: String(fromAddress), port: Number(fromPort) };
    const to = { address: String(address), port: Number(port) };
    const queue = server === undefined ? undefined : handleOf(server).queue;
    spend('connect');
    handleOf(handle).connect(queue, from, to, callback as JSObject);
  });
  define('TcpAccept', ([handle, server]) => {
    spend('accept');
    handleOf(handle).accept(handleOf(server));
  });
  define('TcpRead', ([handle, isReading]) => {
    if (isReading === true) return handleOf(handle).readStart();
    return handleOf(handle).readStop();
  });
  define('TcpWrite', ([handle, bytes, callback]) => {
    spend('write');
    return handleOf(handle).write(bytesIn(bytes) ?? new Uint8Array(), callback as JSObject);
  });
  define('TcpShutdown', ([handle, callback]) => handleOf(handle).shutdown(callback as JSObject));
  define('TcpClose', ([handle, isReset, callback]) => handleOf(handle).close(isReset === true, callback));
  define('TcpRef', ([handle, isRefed]) => handleOf(handle).setRefed(isRefed === true));
  define('TcpCount', ([handle, what]) => {
    const { bytesRead, bytesWritten, writeQueueSize } = handleOf(handle);
    return what === 'read' ? bytesRead : what === 'written' ? bytesWritten : writeQueueSize;
  });
  // [address, port] of this end or the other; undefined before there is one.
  define('TcpName', ([handle, isRemote]) => {
    const { local, remote } = handleOf(handle);
    const found = isRemote === true ? remote : local;
    return found && isolate.realm.newArray([found.address, found.port]);
  });
}

function handleOf(value: Value): TcpHandle {
  const internal = value instanceof JSObject ? value.internal : undefined;
  if (internal?.kind === 'opaque' && internal.value instanceof TcpHandle) return internal.value;
  throw new Error('no handle of a socket');
}
