// Runs in real Node: reads programs from its standard input one by one, runs each to the end of its event loop as CommonJS
// would, and answers with what it printed. A program that ends with an uncaught error is answered with `own: true`: what Node
// prints then can only be had from a process of its own. `beforeExit` says that nothing is left of a program, so nothing
// here may keep the loop alive: input and answers go through synchronous calls. After each program the built-in objects are
// put back as they were (builtins-guard.cjs); where that cannot be done the process ends, and the judge starts another.
'use strict';
const fs = require('node:fs');
const vm = require('node:vm');
const path = require('node:path');
const { restore, isTampered } = require('./builtins-guard.cjs');

const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];
const names = new Set(Reflect.ownKeys(globalThis));
const sleeper = new Int32Array(new SharedArrayBuffer(4));
const file = process.argv[2];
/** Stacks end with frames of this file. */
const ownFrames = /\n +at [^\n]*?judge-child\.cjs:\d+:\d+\)?/g;
const maxOutput = 400_000;
const { exit } = process;
let current;

process.stdout.write = (text) => {
  current.stdout += text;
  if (current.stdout.length > maxOutput) Reflect.apply(exit, process, [1]);
  return true;
};
process.stderr.write = (text) => {
  current.stderr += text;
  if (current.stderr.length > maxOutput) Reflect.apply(exit, process, [1]);
  return true;
};
process.on('uncaughtException', () => {
  current.own = true;
});
process.on('unhandledRejection', () => {
  current.own = true;
});
process.on('beforeExit', () => {
  restore();
  if (current !== undefined) {
    current.stdout = current.stdout.replaceAll(ownFrames, '');
    send(JSON.stringify(current));
  }
  for (const name of Reflect.ownKeys(globalThis)) if (!names.has(name)) delete globalThis[name];
  if (isTampered()) exit.call(process, 0);
  process.exitCode = 0;
  /(?:)/.exec('');
  current = { stdout: '', stderr: '', own: false };
  const length = receive(8);
  if (length === undefined) process.exit(0);
  const source = receive(Number.parseInt(length.toString('latin1'), 16)).toString('utf8');
  setImmediate(() => {
    const module = { exports: {} };
    const main = vm.compileFunction(source, parameters, { filename: file });
    main.call(module.exports, module.exports, require, module, file, path.dirname(file));
  });
});

function receive(length) {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = patiently(() => fs.readSync(0, buffer, filled, length - filled, null));
    if (count === 0) return undefined;
    filled += count;
  }
  return buffer;
}

function send(text) {
  const bytes = Buffer.from(text, 'utf8');
  const message = Buffer.concat([Buffer.from(bytes.length.toString(16).padStart(8, '0'), 'latin1'), bytes]);
  let sent = 0;
  while (sent < message.length) sent += patiently(() => fs.writeSync(1, message, sent));
}

function patiently(act) {
  for (;;) {
    try {
      return act();
    } catch (error) {
      if (error.code === 'EOF') return 0;
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(sleeper, 0, 0, 1);
    }
  }
}
