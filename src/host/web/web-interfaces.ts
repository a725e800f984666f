/** The web's classes as globals, each made when it is first touched. */
import { Attribute } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { lazyGlobalsOf } from '../globals/lazy-globals.ts';
import { browserClasses, webClasses } from './web-modules.ts';

export function installWebInterfaces(host: Host): void {
  for (const [module, names] of Object.entries(webClasses)) lazyGlobalsOf(host, module, names);
  lazyGlobalsOf(host, 'internal/fetch', ['fetch'], Attribute.all);
  if (host.description.hasProcess) return;
  lazyGlobalsOf(host, 'internal/indexed_db', ['indexedDB'], Attribute.all);
  for (const [module, names] of Object.entries(browserClasses)) lazyGlobalsOf(host, module, names);
}
