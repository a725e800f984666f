// Marks, measures and who observes them.
const log = console.log;
const obs = new PerformanceObserver((list, o) => { log('observer', list.getEntries().map((e) => e.entryType + ':' + e.name), o === obs); });
obs.observe({ entryTypes: ['mark', 'measure'] });
const m = performance.mark('a', { detail: { x: 1 }, startTime: 5 });
log(m.name, m.entryType, m.startTime, m.duration, m.detail, m.toJSON(), m instanceof PerformanceMark, m instanceof PerformanceEntry);
performance.mark('b', { startTime: 12 });
const me = performance.measure('m', 'a', 'b'); log(me.startTime, me.duration, me.detail, me.toJSON());
log(performance.measure('m2', { start: 1, end: 4, detail: 'd' }).duration, performance.measure('m3', { start: 'a', duration: 3 }).startTime);
log(performance.getEntries().filter((e) => e.entryType !== 'node').map((e) => e.name), performance.getEntriesByType('mark').length, performance.getEntriesByName('m').length, performance.getEntriesByName('m', 'mark').length);
Promise.resolve().then(() => log('micro')); process.nextTick(() => log('tick')); setImmediate(() => log("immediate"));
log('sync end', obs.takeRecords().length);
performance.mark('c', { startTime: 20 });
performance.clearMarks('a'); log(performance.getEntriesByType('mark').map((e) => e.name)); performance.clearMarks(); performance.clearMeasures(); log(performance.getEntries().length);
for (const f of [() => performance.mark(), () => performance.measure(), () => performance.measure('x', 'nope'), () => new PerformanceMark(), () => new PerformanceEntry(), () => new PerformanceObserver(), () => obs.observe(), () => obs.observe({}), () => obs.observe({ entryTypes: ['zz'] }), () => performance.mark('nodeStart'), () => performance.mark('q', { startTime: -1 }), () => performance.measure('x', { start: 1, end: 2, duration: 3 }), () => Performance.prototype.now.call({}), () => new Performance(), ()=>obs.observe({type:'mark', entryTypes:['mark']})]) { try { log(String(f), f()); } catch (e) { log(String(f), e.name, e.code, e.message); } }
log(PerformanceObserver.supportedEntryTypes, PerformanceMark, PerformanceObserver, PerformanceEntry);
log(Object.keys(PerformanceEntry.prototype), Object.keys(PerformanceMark.prototype), Object.keys(PerformanceMeasure.prototype), Object.keys(PerformanceObserverEntryList.prototype), Object.keys(PerformanceObserver.prototype), PerformanceMark.length, PerformanceObserver.length);
log(m, me, obs);
log(typeof performance.timeOrigin, Object.keys(performance.toJSON()), Object.prototype.toString.call(performance), performance.eventLoopUtilization && Object.keys(performance.eventLoopUtilization()), performance.timerify(function f(a) { return a; })(3));
const o2 = new PerformanceObserver((l) => log('buffered', l.getEntriesByName('late').length, l.getEntriesByType('mark').length)); performance.mark('late', {startTime: 30}); o2.observe({ type: 'mark', buffered: true });
obs.disconnect();
