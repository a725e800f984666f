/**
 * What only the global object of a browser's worker has, in JavaScript: what builtin-module-sources.ts says of such sources holds
 * here. HTML: WorkerGlobalScope, DedicatedWorkerGlobalScope, WorkerLocation, WorkerNavigator.
 */
export const workerScopeSource = `function (require, global) {
  const { Object } = global;
  const base = require('internal/event_target');
  const { far } = require('internal/messaging');
  const { toUsv } = require('internal/webidl');
  const info = %WorkerInfo();
  const posting = "execute 'postMessage' on 'DedicatedWorkerGlobalScope'";
  function illegal(name) {
    throw %NewTypeErrorOf("Failed to construct '" + name + "': Illegal constructor");
  }

  class WorkerGlobalScope extends base.EventTarget {
    constructor() { illegal('WorkerGlobalScope'); }
  }
  class DedicatedWorkerGlobalScope extends WorkerGlobalScope {
    constructor() { illegal('DedicatedWorkerGlobalScope'); }
  }
  class WorkerLocation {
    constructor() { illegal('WorkerLocation'); }
    toString() { return this.href; }
  }
  class WorkerNavigator {
    constructor() { illegal('WorkerNavigator'); }
  }
  function attributes(object, values) {
    for (const key in values) {
      const accessors = { get [key]() { return values[key]; } };
      Object.defineProperty(object, key, Object.getOwnPropertyDescriptor(accessors, key));
    }
  }
  const parts = %ParseUrl(info.url);
  const [href, , protocol, , , host, hostname, port, pathname, search, hash] = parts;
  const origin = href.startsWith('data:') ? 'null' : href.startsWith('file:') ? info.origin : parts[1];
  attributes(WorkerLocation.prototype, { href, origin, protocol, host, hostname, port, pathname, search, hash });
  attributes(WorkerNavigator.prototype, {
    hardwareConcurrency: 1,
    userAgent: info.userAgent,
    language: info.locale,
    languages: Object.freeze([info.locale]),
    onLine: true,
    platform: 'Linux x86_64',
    appName: 'Netscape',
    product: 'Gecko',
  });
  for (const Class of [WorkerGlobalScope, DedicatedWorkerGlobalScope, WorkerNavigator]) base.expose(Class, Class.name, []);
  base.expose(WorkerLocation, 'WorkerLocation', ['toString']);
  const location = Object.create(WorkerLocation.prototype);
  const navigator = Object.create(WorkerNavigator.prototype);

  const inside = far.newPort(global);
  const operations = {
    postMessage(message, options = undefined) {
      if (arguments.length === 0) base.missing(posting, 1, 0);
      if (options !== undefined && options !== null && !%IsObject(options)) base.fail(posting, 'Overload resolution failed.');
      %PostFar(inside, message, far.transferOf(posting, options), 'DedicatedWorkerGlobalScope');
    },
    close() { %CloseWorker(); },
    importScripts(...urls) {
      if (info.isModule)
        throw %NewTypeErrorOf("Failed to execute 'importScripts' on 'WorkerGlobalScope': Module scripts don't support importScripts().");
      for (let i = 0; i < urls.length; i++) %ImportScript(toUsv(urls[i]));
    },
  };
  for (const key in operations) Object.defineProperty(global, key, { value: operations[key], writable: true, enumerable: true, configurable: true });
  attributes(global, { location, navigator, origin, isSecureContext: true, crossOriginIsolated: false });
  // A program may have a name of its own. Web IDL: [Replaceable].
  const named = {
    get name() { return info.name; },
    set name(value) { Object.defineProperty(global, 'name', { value, writable: true, enumerable: true, configurable: true }); },
  };
  Object.defineProperty(global, 'name', Object.getOwnPropertyDescriptor(named, 'name'));
  const classes = { WorkerGlobalScope, DedicatedWorkerGlobalScope, WorkerLocation, WorkerNavigator };
  for (const key in classes) Object.defineProperty(global, key, { value: classes[key], writable: true, enumerable: false, configurable: true });
  Object.setPrototypeOf(global, DedicatedWorkerGlobalScope.prototype);
  %OpenWorkerPort(inside);
  return {};
}`;
