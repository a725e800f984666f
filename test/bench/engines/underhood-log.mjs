// Underhood with every event recorded, as the sidebar runs a program.
import { prepareRun } from './underhood.mjs';

export const prepare = (source) => prepareRun(source, 'log');
