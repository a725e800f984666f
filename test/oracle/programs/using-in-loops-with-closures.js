// V8 disposes of a for loop's using variables in each iteration where closures make it copy them.
const d=(n)=>({get [Symbol.dispose]() {console.log('get', n); return () => {console.log('dispose',n); }}});
const ad=(n)=>({get [Symbol.asyncDispose]() {console.log('get', n); return async() => {console.log('adispose',n); }}});
const describe = (error) =>
  error instanceof SuppressedError
    ? `SuppressedError(${describe(error.error)} over ${describe(error.suppressed)})`
    : `${error.name}: ${error.message}`
const run=(name,f)=>{console.log(name);try{console.log(f())}catch(e){console.log(describe(e))}};
run('for break',()=>{ for(using a=d('1');;) {(()=>a)(); break;} });
run('for 2',()=>{ let i = 0; for(using a=d('1'), b=d('2');i<2;i++) {(()=>a)(); console.log('body', i) } });
run('for 3',()=>{ let i = 0; for(using a=d('1'), b=d('2');console.log('test'),i<2;console.log('update'),i++) {(()=>a)(); console.log('body', i) } });
run('for 3',()=>{ let i = 0; for(using a=d('1'), b=d('2');console.log('test',(()=>a)()===a),i<2;console.log('update'),i++) {console.log('body', i); if(i==1)continue; console.log('x') } });
run('for 3',()=>{ let i = 0; for(using a=d('1'), b=d('2');console.log('test',(()=>a)()===a),i<2;console.log('update'),i++) {console.log('body', i); if(i==1)throw new Error('e'); console.log('x') } });
run('for 4',()=>{ let i = 0; l:for(;;){for(using a=d('1'), b=null;console.log('test',(()=>a)()===a),i<2;console.log('update',(()=>a)===a),i++) {console.log('body', i); if(i==1)break l; console.log('x') } }});
const arun=async(name,f)=>{console.log(name);try{console.log(await f())}catch(e){console.log(describe(e))}};
(async()=>{
await arun('for 5',async()=>{ let i = 0; for(await using a=ad('1'), b=d('2');i<2;i++) {(()=>a)(); console.log('body', i) } });
await arun('for 6',async()=>{ let i = 0; for(using a=d('1'), b=d('2');await 3,i<2;i++) {(()=>a)(); console.log('body', i) } });
})();
