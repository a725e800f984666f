/** The module 'perf_hooks'. Node: lib/perf_hooks.js. Simplified: no histograms; what the web has of performance is a global. */
export const perfHooksSource = String.raw`function (require, global) {
  const { Object } = global;
  const unsimulated = (name) => ({ [name]() { %NotSimulated('perf_hooks.' + name); } })[name];
  const exports = {
    monitorEventLoopDelay: unsimulated('monitorEventLoopDelay'),
    eventLoopUtilization() { return { idle: 0, active: 0, utilization: 0 }; },
    timerify: unsimulated('timerify'),
    createHistogram: unsimulated('createHistogram'),
    performance: global.performance,
    constants: Object.freeze({ NODE_PERFORMANCE_GC_MAJOR: 4, NODE_PERFORMANCE_GC_MINOR: 1, NODE_PERFORMANCE_GC_INCREMENTAL: 8, NODE_PERFORMANCE_GC_WEAKCB: 16 }),
  };
  const classes = ['Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver', 'PerformanceObserverEntryList', 'PerformanceResourceTiming'];
  for (let i = 0; i < classes.length; i++)
    Object.defineProperty(exports, classes[i], { __proto__: null, get() { return global[classes[i]]; }, configurable: true, enumerable: true });
  return exports;
}`;
