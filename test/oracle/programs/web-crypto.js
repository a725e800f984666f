// Digests, and what random numbers may be asked for.
const log = (...a) => console.log(...a);
(async () => {
const hex = (b) => [...new Uint8Array(b)].map((x) => x.toString(16).padStart(2, '0')).join('');
for (const a of ['SHA-1', 'SHA-256', { name: 'sha-384' }, 'SHA-512']) log(hex(await crypto.subtle.digest(a, new TextEncoder().encode('abc'))));
const e = async (f) => { try { log(String(f), await f()); } catch (x) { log(String(f), x.name, x.code, x.message, x instanceof DOMException); } };
await e(() => crypto.subtle.digest('MD5', new Uint8Array(1)));
await e(() => crypto.subtle.digest('SHA-1', 'x')); await e(() => crypto.subtle.digest('SHA-1')); await e(() => crypto.subtle.digest());
await e(() => new Crypto()); await e(() => new SubtleCrypto()); await e(() => new CryptoKey()); await e(() => crypto.getRandomValues()); await e(() => crypto.getRandomValues(5)); await e(() => crypto.getRandomValues(new Float32Array(1))); await e(() => crypto.getRandomValues(new Uint8Array(70000)));
await e(() => crypto.randomUUID().length); await e(() => crypto.getRandomValues.call({}, new Uint8Array(1))); await e(() => crypto.subtle.digest.call({}, 'SHA-1', new Uint8Array(1)));
log(crypto, crypto.subtle, Crypto, CryptoKey, Object.keys(Crypto.prototype).join());
setImmediate(() => log('immediate')); setTimeout(() => log('timeout'), 20); process.nextTick(() => log('tick'));
crypto.subtle.digest('SHA-1', new Uint8Array(1)).then(() => log('digest'));
})();
