/** The web's classes as globals, each made when it is first touched. */
import type { Host } from '../host.ts';
import { lazyGlobalsOf } from '../lazy-globals.ts';
import { webClasses } from './web-modules.ts';

export function installWebInterfaces(host: Host): void {
  for (const [module, names] of Object.entries(webClasses)) lazyGlobalsOf(host, module, names);
}
