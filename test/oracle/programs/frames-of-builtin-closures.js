// Closures of builtins have no frames; the iterator that V8 wraps around sync ones does.
// frames of closures of builtins
const bad = () => { throw new Error('x'); };
Array.fromAsync({[Symbol.asyncIterator]: () => ({next: bad})}).catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
let n = 0;
Array.fromAsync({[Symbol.asyncIterator]: () => ({next: () => n++ ? bad() : {value: 1}})}).catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
Array.fromAsync([1], bad).catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
Array.fromAsync({length:1}, bad).catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
Array.fromAsync({length:2, get 1(){bad()}}).catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
Promise.all([{get then(){bad()}}]).catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
Promise.resolve(1).finally(bad).catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
new Promise((a)=>a({get then(){bad()}})).catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
new Promise((a)=>a({then(){bad()}})).catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
(async()=>{for await(const x of {[Symbol.iterator]:()=>({next:bad})});})().catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
(async()=>{for await(const x of {[Symbol.iterator]:()=>({next:()=>({get value(){bad()}})})});})().catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
(async()=>{for await(const x of {[Symbol.iterator]:()=>({next:()=>({value:1}), return:bad})})break;})().catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
(async()=>{for await(const x of {[Symbol.iterator]:()=>({next:()=>5})});})().catch(e => console.log(e.stack.split('\n').slice(0,3).join('|')));
Promise.any([1]).finally(() => { try { [3,2].sort(bad) } catch (e) { console.log(e.stack.split('\n').slice(0,3).join('|')) } });
