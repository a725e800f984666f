// Which functions that the engine makes for promises stand in stacks.
const st = (l) => console.log(l, new Error('a').stack.split('\n').slice(1).filter((x) => !x.includes('node:')).join('\n'));
Promise.resolve(1).finally(() => st('finally'));
Promise.resolve(1).finally(() => ({ get then() { st('finally then'); } }));
Promise.reject(1).finally(() => st('finally rejected')).catch(() => {});
class P extends Promise { constructor(executor) { super((resolve, reject) => executor((v) => { st('resolve'); resolve(v); }, (v) => { st('reject'); reject(v); })); } static resolve(v) { return super.resolve(v); } }
P.all([1, 2]); P.allSettled([1]); P.any([P.reject(1)]).catch(() => {}); P.race([1]);
P.resolve(1).finally(() => 2);
Promise.all.call(P, [Promise.resolve(1)]);
const s = { [Symbol.iterator]() { return { next() { return { value: Promise.resolve(3), done: false }; }, return() { st('return'); return {}; } }; } };
(async () => { for await (const x of s) { break; } })();
(async () => { for await (const x of { [Symbol.iterator]() { return { next() { return { value: Promise.reject(3), done: false }; }, return() { st('return2'); return {}; } }; } }) { break; } })().catch(() => {});
const { proxy, revoke } = Proxy.revocable({}, {}); revoke();
