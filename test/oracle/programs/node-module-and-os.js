const module_ = require('module');
const os = require('os');
const mine = module_.createRequire(__filename);
console.log(mine('path') === require('node:path'), module_.isBuiltin('fs'), module_.isBuiltin('node:test'), module_.isBuiltin('test'), module_.isBuiltin('x'), module_.builtinModules.includes('fs'));
console.log(typeof os.cpus()[0].model, os.platform(), os.type(), os.EOL, os.endianness(), os.devNull, os.arch(), typeof os.totalmem(), os.loadavg().length, `${os.platform}`, os.constants.signals.SIGINT, os.constants.errno.ENOENT, os.tmpdir(), typeof os.hostname(), Object.keys(os.userInfo()).sort());
console.log(Object.keys(os).sort().join());
console.log(require('perf_hooks').performance === performance, require('sys') === require('util'), require('path/posix') === require('path'), require('util/types') === require('util').types);
