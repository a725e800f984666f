// Where the callers stand, and the ids of what a resource runs.
const util = require('util');
const path = require('path');
const { AsyncResource, executionAsyncId, triggerAsyncId } = require('async_hooks');
const shown = (sites, count) => sites.slice(0, count).map((site) => [site.functionName, path.basename(site.scriptName), site.lineNumber, site.columnNumber, site.column, typeof site.scriptId].join(' '));
console.log([1].map(() => shown(util.getCallSites(2))), shown(eval('util.getCallSites(3)'), 2), shown(new (class Q { constructor() { this.s = util.getCallSites(2); } })().s));
function named() { return shown(util.getCallSites(2, { sourceMap: false })); }
class K { m() { return named(); } static s() { return named(); } }
console.log(new K().m(), K.s(), util.getCallSites(1)[0].scriptName === __filename, Object.keys(util.getCallSites(1)[0]));
(async () => { await 1; console.log(shown(util.getCallSites(5), 1)); })();
for (const args of [[0], [201], ['x'], [1.5], [{ sourceMap: 3 }], [1, 3], [1, { sourceMap: 'x' }], [-1], [null]]) {
  try { console.log(util.getCallSites(...args).length); } catch (error) { console.log(error.name, error.code, error.message); }
}
Error.stackTraceLimit = 0; console.log(util.getCallSites(1).length); Error.stackTraceLimit = 10;
const resource = new AsyncResource('X');
const before = executionAsyncId();
const trigger = triggerAsyncId();
console.log(before, trigger, resource.runInAsyncScope(() => [executionAsyncId() === resource.asyncId(), triggerAsyncId() === resource.triggerAsyncId(), new AsyncResource('Y').triggerAsyncId() === resource.asyncId()]));
console.log(executionAsyncId() === before, triggerAsyncId() === trigger);
try { resource.runInAsyncScope(() => { throw new Error('x'); }); } catch { console.log(executionAsyncId() === before); }
const bound = AsyncResource.bind(() => executionAsyncId());
console.log(bound() !== before, bound() === bound());
const inner = new AsyncResource('Z', { triggerAsyncId: 7 });
resource.runInAsyncScope(() => { console.log(inner.runInAsyncScope(() => triggerAsyncId()), executionAsyncId() === resource.asyncId()); });
