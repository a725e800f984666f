const { performance: same, constants } = require('perf_hooks');
const first = performance.now();
for (let i = 0; i < 1000; i++);
console.log(same === performance, performance.now() > first, typeof performance.timeOrigin, constants.NODE_PERFORMANCE_GC_MAJOR);
const start = process.hrtime();
const [seconds, nanoseconds] = process.hrtime(start);
console.log(seconds, nanoseconds >= 0, process.hrtime.bigint() > 0n, Object.keys(require('perf_hooks').eventLoopUtilization()));
