// A server in small: timers, promises, async functions, async iteration, a cache with errors and retries.
'use strict';
const rounds = 10;

const wait = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
const cache = new Map();
let misses = 0;
let failures = 0;

async function load(key) {
  await wait(key % 7);
  if (key % 11 === 3) throw new Error(`no such key: ${key}`);
  return { key, value: key * key, parts: Array.from({ length: 5 }, (_, index) => key + index) };
}

async function cached(key) {
  if (cache.has(key)) return cache.get(key);
  misses++;
  const pending = load(key);
  cache.set(key, pending);
  try {
    return await pending;
  } catch (error) {
    cache.delete(key);
    throw error;
  }
}

async function withRetry(action, attempts) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await action(attempt);
    } catch (error) {
      failures++;
      if (attempt >= attempts) return { key: -1, value: 0, parts: [] };
      await wait(attempt * 2);
    }
  }
}

async function* pages(count) {
  for (let page = 0; page < count; page++) {
    yield await Promise.all([0, 1, 2].map((offset) => withRetry(() => cached((page * 5 + offset) % 40), 2)));
  }
}

function summarize(page) {
  let sum = 0;
  for (const { value, parts } of page) {
    for (const part of parts) sum += part;
    sum += value;
  }
  return sum;
}

async function main() {
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    if (round % 3 === 0) cache.clear();
    for await (const page of pages(6)) sum = (sum + summarize(page)) % 1_000_003;
    await new Promise((resolve) => process.nextTick(resolve));
  }
  console.log(sum, misses, failures);
}

main();
