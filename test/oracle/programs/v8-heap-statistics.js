// v8.getHeapStatistics and getHeapSpaceStatistics: their fields, and what holds of any heap.
const v8 = require('v8');
const before = v8.getHeapStatistics();
console.log(Object.keys(before).join(), Object.values(before).every((value) => Number.isInteger(value) && value >= 0));
console.log(before.used_heap_size < before.total_heap_size, before.total_heap_size < before.heap_size_limit);
console.log(before.number_of_native_contexts, before.number_of_detached_contexts, before.does_zap_garbage);
const kept = Array.from({ length: 100_000 }, (_, index) => ({ index }));
console.log(v8.getHeapStatistics().used_heap_size - before.used_heap_size > 1_000_000, kept.length);
const spaces = v8.getHeapSpaceStatistics();
console.log(spaces.map((space) => space.space_name).join(), Object.keys(spaces[0]).join());
const newSpace = spaces.find((space) => space.space_name === 'new_space');
console.log(newSpace.space_used_size > 0, newSpace.space_size >= newSpace.space_used_size);
