console.log('never printed');
export { nothing as x } from './lib.mjs';
