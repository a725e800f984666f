/** Where console methods send their text. The host says it. */
import type { Value } from '../objects/value.ts';

export type ConsoleLevel = 'log' | 'info' | 'debug' | 'warn' | 'error' | 'trace';

/** The result is that of the console's method, and may be a tail call. */
export type ConsoleOutput = (level: ConsoleLevel, text: string, indentation: number) => Value | void;
