export * from './first.mjs';
export * from './second.mjs';
export { one as uno } from './first.mjs';
export * as inner from './second.mjs';
export { default } from './first.mjs';
export const own = 'own wins';
import { two } from './second.mjs';
export { two as imported };
