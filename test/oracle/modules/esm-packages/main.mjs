import plain, { x } from 'plain';
import deep from 'plain/lib/deep.js';
import * as dual from 'dual';
import feature from 'dual/features/one';
import scoped from '@scope/thing';
import '#internal';
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
console.log(plain, x, deep, dual, feature, scoped);
console.log(require('dual'), require('plain') === plain, require('dual/features/two'));
const folder = import.meta.dirname;
for (const name of ['dual/private.js', 'dual/features/hidden/x', 'missing-package', 'dual/none', 'plain/none.js', '#nothing', 'broken', '@scope', './node_modules/plain']) {
  await import(name).catch((error) => console.log(name, error.name, error.code, error.message.replaceAll(folder, '.')));
  try {
    require(name);
  } catch (error) {
    console.log(name, error.name, error.code, error.message.replaceAll(folder, '.'));
  }
}
console.log(import.meta.resolve('dual').replace(folder, '.'), require.resolve('dual').replace(folder, '.'));
