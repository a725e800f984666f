import Geometry, { origin, type Point } from './geometry.ts';
import * as lib from './lib/index.mts';
import { createRequire } from 'node:module';
import type { Nothing } from './nothing.ts';
export type Exported = Nothing;
const p: Point = { x: 1, y: 2 };
console.log(p, origin as Point, new Geometry<number>(3), lib);
const later: typeof lib = await import('./lib/index.mts');
console.log(later === lib, lib.fail satisfies Function);
try {
  lib.fail<string>('deep');
} catch (error) {
  console.log((error as Error).stack!.replaceAll(/file:.*\//g, ''));
}
console.log(createRequire(import.meta.url)('./common.cts').name);
