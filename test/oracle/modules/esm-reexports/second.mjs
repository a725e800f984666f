export const two = 2;
export const both = 'second';
export * from './first.mjs';
