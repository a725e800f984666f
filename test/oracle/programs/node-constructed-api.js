// The functions of the API are ordinary ones in Node: `new` may call them.
console.log(process.nextTick, new process.nextTick(()=>{}), Object.getOwnPropertyNames(process.exit), new process.emitWarning('x'));
console.log(new setTimeout(()=>{}).constructor.name, new queueMicrotask(()=>{}), new structuredClone(5), structuredClone.length);
try { new console.log(1) } catch (e) { console.log(e.message) }
