export const url = import.meta.url.split('/').pop();
export const { main } = import.meta;
globalThis.count = (globalThis.count ?? 0) + 1;
export const count = globalThis.count;
