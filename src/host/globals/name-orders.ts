/**
 * The orders of Node's global names and of those of `process`, which `Object.keys` and the console show: first what V8 and src/ make,
 * then what lib/internal/bootstrap/ adds step by step, then, of the globals, what V8 keeps behind flags of its own.
 */
import { type JSObject, normalizeObject } from '../../engine/index.ts';
import type { Host } from '../host.ts';

const globalNames =
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

const processNames =
  `version versions arch platform release _rawDebug moduleLoadList binding _linkedBinding _events _eventsCount _maxListeners
  domain _exiting exitCode config dlopen uptime _getActiveRequests _getActiveHandles getActiveResourcesInfo reallyExit _kill
  loadEnvFile cpuUsage threadCpuUsage resourceUsage memoryUsage constrainedMemory availableMemory kill exit execve ref unref
  finalization hrtime openStdin getuid geteuid getgid getegid getgroups allowedNodeEnvironmentFlags features _fatalException
  setUncaughtExceptionCaptureCallback hasUncaughtExceptionCaptureCallback emitWarning nextTick _tickCallback
  sourceMapsEnabled setSourceMapsEnabled getBuiltinModule _debugProcess _debugEnd _startProfilerIdleNotifier
  _stopProfilerIdleNotifier stdout stdin stderr abort umask chdir cwd initgroups setgroups setegid seteuid setgid setuid env
  title argv execArgv pid ppid execPath debugPort argv0 _preload_modules report mainModule`.split(/\s+/);

export function orderGlobals({ isolate }: Host): void {
  orderNames(isolate.realm.globalObject, globalNames);
}

export function orderProcess(process: JSObject): void {
  normalizeObject(process, 'SlowObject');
  orderNames(process, processNames);
}

function orderNames(object: JSObject, order: readonly string[]): void {
  const dictionary = object.dictionary!;
  const entries = new Map(dictionary);
  dictionary.clear();
  for (const name of [...order, ...entries.keys()]) {
    const entry = entries.get(name);
    if (entry !== undefined) dictionary.set(name, entry);
  }
}
