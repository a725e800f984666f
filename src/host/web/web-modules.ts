/** The modules behind the web's classes (src/host/loading/builtin-module-sources.ts says what such sources are), by what they are required as. */
import { blobSource } from './blob-source.ts';
import { bodySource } from './body-source.ts';
import { cryptoSource } from './crypto-source.ts';
import { encodingSource } from './encoding-source.ts';
import { fetchSource } from './fetch-source.ts';
import { fileReaderSource } from './file-reader-source.ts';
import { formDataSource } from './form-data-source.ts';
import { headersSource } from './headers-source.ts';
import { indexedDbDataSource } from './indexed-db-data-source.ts';
import { indexedDbSource } from './indexed-db-source.ts';
import { indexedDbStoresSource } from './indexed-db-stores-source.ts';
import { webLocksSource } from './locks-source.ts';
import { performanceSource } from './performance-source.ts';
import { requestResponseSource } from './request-response-source.ts';
import { socketsSource } from './sockets-source.ts';
import { streamsBaseSource } from './streams-base-source.ts';
import { streamsBytesSource } from './streams-bytes-source.ts';
import { streamsPipesSource } from './streams-pipes-source.ts';
import { streamsReadableSource } from './streams-readable-source.ts';
import { streamsTransformSource } from './streams-transform-source.ts';
import { streamsWritableSource } from './streams-writable-source.ts';
import { urlPatternSource } from './url-pattern-source.ts';
import { urlSource } from './url-source.ts';
import { webidlSource } from './webidl-source.ts';
import { xhrSource } from './xhr-source.ts';

export const webModuleSources: Readonly<Record<string, string>> = {
  'internal/webidl': webidlSource,
  'internal/url': urlSource,
  'internal/url_pattern': urlPatternSource,
  'internal/encoding': encodingSource,
  'internal/blob': blobSource,
  'internal/file_reader': fileReaderSource,
  'internal/form_data': formDataSource,
  'internal/headers': headersSource,
  'internal/body': bodySource,
  'internal/request_response': requestResponseSource,
  'internal/fetch': fetchSource,
  'internal/xhr': xhrSource,
  'internal/web_locks': webLocksSource,
  'internal/performance': performanceSource,
  'internal/indexed_db': indexedDbSource,
  'internal/indexed_db_data': indexedDbDataSource,
  'internal/indexed_db_stores': indexedDbStoresSource,
  'internal/crypto': cryptoSource,
  'internal/sockets': socketsSource,
  'internal/streams/base': streamsBaseSource,
  'internal/streams/readable': streamsReadableSource,
  'internal/streams/writable': streamsWritableSource,
  'internal/streams/bytes': streamsBytesSource,
  'internal/streams/pipes': streamsPipesSource,
  'internal/streams/transform': streamsTransformSource,
};

/** Classes that are globals of both runtimes, by their modules. */
export const webClasses: Readonly<Record<string, readonly string[]>> = {
  'internal/url': ['URL', 'URLSearchParams'],
  'internal/url_pattern': ['URLPattern'],
  'internal/encoding': ['TextEncoder', 'TextDecoder'],
  'internal/blob': ['Blob', 'File'],
  'internal/form_data': ['FormData'],
  'internal/headers': ['Headers'],
  'internal/request_response': ['Request', 'Response'],
  'internal/sockets': ['WebSocket'],
  'internal/performance': [
    'Performance',
    'PerformanceEntry',
    'PerformanceMark',
    'PerformanceMeasure',
    'PerformanceObserver',
    'PerformanceObserverEntryList',
    'PerformanceResourceTiming',
  ],
  'internal/crypto': ['Crypto', 'CryptoKey', 'SubtleCrypto'],
  'internal/streams/base': ['CountQueuingStrategy', 'ByteLengthQueuingStrategy'],
  'internal/streams/readable': ['ReadableStream', 'ReadableStreamDefaultReader', 'ReadableStreamDefaultController'],
  'internal/streams/bytes': ['ReadableStreamBYOBReader', 'ReadableStreamBYOBRequest', 'ReadableByteStreamController'],
  'internal/streams/writable': ['WritableStream', 'WritableStreamDefaultWriter', 'WritableStreamDefaultController'],
  'internal/streams/transform': [
    'TransformStream',
    'TransformStreamDefaultController',
    'TextEncoderStream',
    'TextDecoderStream',
    'CompressionStream',
    'DecompressionStream',
  ],
};

export const browserClasses: Readonly<Record<string, readonly string[]>> = {
  'internal/file_reader': ['FileReader'],
  'internal/xhr': ['XMLHttpRequest', 'XMLHttpRequestEventTarget', 'XMLHttpRequestUpload'],
  'internal/sockets': ['EventSource'],
  'internal/web_locks': ['Lock', 'LockManager'],
  'internal/indexed_db': [
    'IDBCursor',
    'IDBCursorWithValue',
    'IDBDatabase',
    'IDBFactory',
    'IDBIndex',
    'IDBKeyRange',
    'IDBObjectStore',
    'IDBOpenDBRequest',
    'IDBRequest',
    'IDBTransaction',
    'IDBVersionChangeEvent',
  ],
};
