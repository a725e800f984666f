export * from '../parsing/source-tokens.ts';
