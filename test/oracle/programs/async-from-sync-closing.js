// How long closing a sync iterator takes in for await and yield*, and what of it fails at once.
const forms={ok:()=>({value:1,done:false})};
const rets={throws(){throw 5}, obj:()=>({}), nonobj:()=>5, valueThrows:()=>({get value(){throw 7}}), doneThrows:()=>({get done(){throw 7}}), not:7, undef:undefined};
(async()=>{
for (const K of ['return','throw']) for (const k of [...Object.keys(rets),'getter']) for (const mode of ['break','throw','return','gthrow','greturn']) {
 const it={next:()=>mode==='nextreject'?{value:Promise.reject(8),done:false}:{value:1,done:false}};
 if (k==='getter') Object.defineProperty(it,K,{get(){throw 9}}); else it[K]=rets[k];
 const h={[Symbol.iterator]:()=>it};
 let t=0, over=false; const tick=()=>{t++; if(t<40&&!over) Promise.resolve().then(tick)}; tick();
 let p;
 if (mode[0]!=='g') p=(async()=>{ for await (const x of h) { if (mode==='break') break; if (mode==='throw') throw 'body'; if(mode==='return') return 3; } })();
 else p=(async()=>{const g=(async function*(){ yield* h})(); await g.next(); return g[mode.slice(1)]('arg') })();
 await p.then(v=>console.log(k,mode,t,'ok',v),e=>console.log(k,mode,t,'fails',e?.message??e));
 over=true; await 1; await 2;
}})();
