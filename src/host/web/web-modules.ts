/** The modules behind the web's classes (src/host/builtin-module-sources.ts says what such sources are), by what they are required as. */
import { encodingSource } from './encoding-source.ts';
import { streamsBaseSource } from './streams-base-source.ts';
import { streamsBytesSource } from './streams-bytes-source.ts';
import { streamsPipesSource } from './streams-pipes-source.ts';
import { streamsReadableSource } from './streams-readable-source.ts';
import { streamsTransformSource } from './streams-transform-source.ts';
import { streamsWritableSource } from './streams-writable-source.ts';
import { urlSource } from './url-source.ts';
import { webidlSource } from './webidl-source.ts';

export const webModuleSources: Readonly<Record<string, string>> = {
  'internal/webidl': webidlSource,
  'internal/url': urlSource,
  'internal/encoding': encodingSource,
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
  'internal/encoding': ['TextEncoder', 'TextDecoder'],
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
