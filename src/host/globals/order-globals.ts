/**
 * The order of Node's global names, which `Object.keys(globalThis)` and `console.log(globalThis)` show: first V8's, then what
 * lib/internal/bootstrap/ adds step by step, then what V8 keeps behind flags of its own.
 */
import type { Host } from '../host.ts';

const order =
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error
  AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl ArrayBuffer
  Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array BigUint64Array BigInt64Array Uint8ClampedArray
  Float32Array Float64Array DataView Map BigInt Set Iterator WeakMap WeakSet Proxy Reflect FinalizationRegistry WeakRef
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN console process global Buffer
  clearImmediate setImmediate URL URLSearchParams DOMException AbortController AbortSignal Event EventTarget CustomEvent
  TextEncoder TextDecoder TransformStream TransformStreamDefaultController WritableStream WritableStreamDefaultController
  WritableStreamDefaultWriter ReadableStream ReadableStreamDefaultReader ReadableStreamBYOBReader ReadableStreamBYOBRequest
  ReadableByteStreamController ReadableStreamDefaultController ByteLengthQueuingStrategy CountQueuingStrategy
  TextEncoderStream TextDecoderStream CompressionStream DecompressionStream clearInterval clearTimeout setInterval setTimeout
  queueMicrotask structuredClone atob btoa BroadcastChannel MessageChannel MessagePort Blob File Performance
  PerformanceEntry PerformanceMark PerformanceMeasure PerformanceObserver PerformanceObserverEntryList
  PerformanceResourceTiming performance URLPattern fetch FormData Headers Request Response MessageEvent CloseEvent WebSocket
  crypto Crypto CryptoKey SubtleCrypto SuppressedError DisposableStack AsyncDisposableStack Float16Array SharedArrayBuffer
  WebAssembly Navigator navigator`.split(/\s+/);

export function orderGlobals({ isolate }: Host): void {
  const dictionary = isolate.realm.globalObject.dictionary!;
  const entries = new Map(dictionary);
  dictionary.clear();
  for (const name of [...order, ...entries.keys()]) {
    const entry = entries.get(name);
    if (entry !== undefined) dictionary.set(name, entry);
  }
}
