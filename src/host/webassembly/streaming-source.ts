/** What WebAssembly takes from the network: what builtin-module-sources.ts says of such sources holds here. Node: lib/internal/wasm_web_api.js. */
export const streamingSource = `function (require, global) {
  const { Promise, TypeError } = global;
  async function bytesOf(source, words) {
    const response = await source;
    const isResponse = typeof response === 'object' && response !== null && typeof response.arrayBuffer === 'function';
    if (!isResponse) throw new TypeError(words + ': Argument 0 must be a Response or a promise of one');
    const type = response.headers.get('Content-Type');
    if (type !== 'application/wasm') {
      const error = new TypeError("WebAssembly response has unsupported MIME type '" + type + "'");
      error.code = 'ERR_WEBASSEMBLY_RESPONSE';
      throw error;
    }
    if (!response.ok) {
      const error = new TypeError('WebAssembly response has status code ' + response.status);
      error.code = 'ERR_WEBASSEMBLY_RESPONSE';
      throw error;
    }
    return await response.arrayBuffer();
  }
  return {
    compileStreaming(source) {
      return bytesOf(source, 'WebAssembly.compileStreaming()').then((bytes) => global.WebAssembly.compile(bytes));
    },
    instantiateStreaming(source, ...imports) {
      const bytes = bytesOf(source, 'WebAssembly.instantiateStreaming()');
      return bytes.then((all) => global.WebAssembly.instantiate(all, imports[0]));
    },
  };
}`;
