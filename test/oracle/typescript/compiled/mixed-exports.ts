import type { Stats } from 'node:fs';
import { type PathLike, type Dirent } from 'node:fs';
import util = require('node:util');
import unused = require('node:does-not-exist');
export type Exported = Stats | PathLike | Dirent;
export interface AlsoExported { x: Exported }
export declare const ambient: number;
type Local = 1;
export type { Local };
console.log(util.format('%s and %d', 'text', 5));
