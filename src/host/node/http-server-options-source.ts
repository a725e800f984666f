/** What a server of http is made with. Node: storeHTTPOptions in lib/_http_server.js. */
export const httpServerOptionsSource = String.raw`function (require, global) {
  const { Math } = global;
  const { throwInvalidValue, validateBoolean, validateFunction, validateInteger, validateOneOf } = require('internal/validators');

  function storeServerOptions(server, options) {
    const integer = (name, otherwise) => {
      if (options[name] !== undefined) validateInteger(options[name], name, 0);
      server[name] = options[name] ?? otherwise;
    };
    const flag = (name, otherwise) => {
      if (options[name] !== undefined) validateBoolean(options[name], 'options.' + name);
      server[name] = options[name] ?? otherwise;
    };
    integer('maxHeaderSize');
    if (options.optimizeEmptyRequests !== undefined) validateBoolean(options.optimizeEmptyRequests, 'options.optimizeEmptyRequests');
    flag('insecureHTTPParser');
    const { httpValidation } = options;
    if (httpValidation !== undefined) {
      validateOneOf(httpValidation, 'options.httpValidation', ['strict', 'relaxed', 'insecure']);
      if (options.insecureHTTPParser !== undefined) throwInvalidValue('options.httpValidation', httpValidation, 'cannot be used together with options.insecureHTTPParser');
    }
    server.httpValidation = httpValidation;
    integer('requestTimeout', 300000);
    integer('headersTimeout', Math.min(60000, server.requestTimeout));
    if (server.requestTimeout > 0 && server.headersTimeout > server.requestTimeout) %ThrowOutOfRange('headersTimeout', '<= requestTimeout', options.headersTimeout);
    integer('keepAliveTimeout', 5000);
    integer('keepAliveTimeoutBuffer', 1000);
    integer('connectionsCheckingInterval', 30000);
    flag('requireHostHeader', true);
    flag('joinDuplicateHeaders');
    flag('rejectNonStandardBodyWrites', false);
    const { shouldUpgradeCallback } = options;
    if (shouldUpgradeCallback !== undefined) validateFunction(shouldUpgradeCallback, 'options.shouldUpgradeCallback');
    server.shouldUpgradeCallback = shouldUpgradeCallback ?? function () { return this.listenerCount('upgrade') > 0; };
    const { highWaterMark } = options;
    if (highWaterMark !== undefined && typeof highWaterMark !== 'number') %ThrowInvalidType('options.highWaterMark', 'of type number', highWaterMark);
  }

  return storeServerOptions;
}`;
