/**
 * The module 'https': the client of http with another protocol. Node: lib/https.js. Simplified: nothing in a run is encrypted, so
 * that only network fixtures answer, and there are no servers.
 */
export const httpsSource = String.raw`function (require, global) {
  const http = require('http');
  const { Error, Object, Reflect } = global;
  const refuse = (name) => { throw new Error('Underhood does not simulate https.' + name + ': nothing in a run is encrypted. Use http between parts of the program.'); };

  class SecureAgent extends http.Agent {
    constructor(options) {
      super(options);
      this.defaultPort = 443;
      this.protocol = 'https:';
      this.maxCachedSessions = this.options.maxCachedSessions ?? 100;
    }
  }
  function Agent(options) { return Reflect.construct(SecureAgent, [options], new.target === undefined ? Agent : new.target); }
  Agent.prototype = SecureAgent.prototype;
  Object.defineProperty(Agent.prototype, 'constructor', { value: Agent, writable: true, enumerable: false, configurable: true });
  Object.setPrototypeOf(Agent, http.Agent);
  const globalAgent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });

  function request(...args) {
    let options = {};
    if (typeof args[0] === 'string') options = require('url').urlToHttpOptions(new global.URL(args.shift()));
    else if (args[0] instanceof global.URL) options = require('url').urlToHttpOptions(args.shift());
    if (args[0] && typeof args[0] !== 'function') Object.assign(options, args.shift());
    return new http.ClientRequest({ ...options, _defaultAgent: exports.globalAgent }, ...args);
  }
  const exports = {
    Agent,
    globalAgent,
    Server: function Server() { refuse('Server'); },
    createServer() { refuse('createServer'); },
    get(input, options, callback) {
      const made = request(input, options, callback);
      made.end();
      return made;
    },
    request,
  };
  return exports;
}`;
