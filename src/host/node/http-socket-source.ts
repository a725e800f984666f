/** What stands for a connection of http: addresses, and nothing to write to. Node: net.Socket in lib/net.js. */
export const httpSocketSource = String.raw`function (require) {
  const EventEmitter = require('events');
  const process = require('process');

  class Socket extends EventEmitter {
    constructor(address, localPort, remotePort) {
      super();
      this.localAddress = address;
      this.localPort = localPort;
      this.remoteAddress = address;
      this.remotePort = remotePort;
      this.remoteFamily = address.includes(':') ? 'IPv6' : 'IPv4';
      this.destroyed = false;
      this.connecting = false;
      this.readable = this.writable = true;
    }
    address() { return { address: this.localAddress, family: this.remoteFamily, port: this.localPort }; }
    setKeepAlive() { return this; }
    setNoDelay() { return this; }
    setTimeout(ms, callback) {
      if (callback) this.once('timeout', callback);
      return this;
    }
    ref() { return this; }
    unref() { return this; }
    end() { return this.destroy(); }
    destroy(error) {
      if (this.destroyed) return this;
      this.destroyed = true;
      this.readable = this.writable = false;
      this.onDestroy?.(error);
      process.nextTick(() => {
        this.onClose?.();
        process.nextTick(() => this.emit('close', error !== undefined && error !== null));
      });
      return this;
    }
  }

  return { Socket };
}`;
