export interface Other { a: string }
export const name: string = 'lib';
export function fail<T>(value: T): never { throw new Error(`failed ${value as string}`); }
