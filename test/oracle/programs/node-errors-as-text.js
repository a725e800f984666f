// Node's own errors say their code when they are made a string; Timeout, Immediate and events refuse what Node refuses.
const t=(f)=>{try{console.log(f())}catch(e){console.log(e.name, e.code, e.message, String(e))}};
const T=setTimeout(()=>{},1), I=setImmediate(()=>{}), {EventEmitter,once,on}=require('events');
t(()=>T.constructor()); t(()=>I.constructor()); t(()=>setTimeout(()=>{}, 1n)); t(()=>EventEmitter.getMaxListeners()); t(()=>EventEmitter.listenerCount({},'a')); t(()=>EventEmitter.getEventListeners({}));
for (const v of [1,{},'a',new Map]) { t(()=>{ once(v,'a').catch(e=>console.log(String(e))); return 'ok' }); t(()=>{ on(v,'a'); return 'ok' }); t(()=>{ queueMicrotask(v) }); }
Promise.all(-5n).catch(e=>console.log(e.message));
