/** What of the module `v8` a simulated heap and any program can answer. Node: lib/v8.js. */
export const v8Source = `function (require, global) {
  const { ArrayBuffer } = global;
  const { typeError } = require('internal/validators');
  const { Buffer } = require('buffer');
  const types = ['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'DataView', '', 'BigInt64Array', 'BigUint64Array', 'Float16Array'];
  const names = ['read_only_space', 'new_space', 'old_space', 'code_space', 'shared_space', 'trusted_space', 'shared_trusted_space', 'new_large_object_space', 'large_object_space', 'code_large_object_space', 'shared_large_object_space', 'shared_trusted_large_object_space', 'trusted_large_object_space'];

  function serialize(value) {
    const bytes = %SerializeValue(value, Buffer);
    return Buffer.from(bytes.buffer);
  }
  function deserialize(buffer) {
    if (!ArrayBuffer.isView(buffer)) throw typeError('ERR_INVALID_ARG_TYPE', 'buffer must be a TypedArray or a DataView');
    return %DeserializeValue(buffer, (index, offset, length) => {
      const start = buffer.byteOffset + offset;
      if (index === 10) return Buffer.from(buffer.buffer, start, length);
      const View = global[types[index]];
      const size = View.BYTES_PER_ELEMENT ?? 1;
      return start % size === 0 ? new View(buffer.buffer, start, length / size) : new View(buffer.buffer.slice(start, start + length));
    });
  }
  function getHeapStatistics() {
    const { used, total, limit } = %HeapSizes();
    return {
      total_heap_size: total,
      total_heap_size_executable: 0,
      total_physical_size: total,
      total_available_size: limit - used,
      used_heap_size: used,
      heap_size_limit: limit,
      malloced_memory: 0,
      peak_malloced_memory: 0,
      does_zap_garbage: 0,
      number_of_native_contexts: 1,
      number_of_detached_contexts: 0,
      total_global_handles_size: 0,
      used_global_handles_size: 0,
      external_memory: 0,
    };
  }
  function getHeapSpaceStatistics() {
    const { total, young, old, large, semiSpace } = %HeapSizes();
    const used = { __proto__: null, new_space: young, old_space: old, large_object_space: large };
    const sizes = { __proto__: null, new_space: semiSpace > young ? semiSpace : young, large_object_space: large };
    const rest = total - sizes.new_space - large;
    sizes.old_space = rest > old ? rest : old;
    return names.map((name) => {
      const size = sizes[name] ?? 0;
      const space = used[name] ?? 0;
      return { space_name: name, space_size: size, space_used_size: space, space_available_size: size - space, physical_space_size: size };
    });
  }
  return { getHeapStatistics, getHeapSpaceStatistics, deserialize, serialize };
}`;
