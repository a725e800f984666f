// Makes the source of a library that runs as code of the simulated program: src/host/node/readable-stream.json, Node's own
// streams as the package readable-stream publishes them.
//   node scripts/guest-libraries.mjs [--check]   # only compares
import esbuild from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '..');
const output = path.resolve(import.meta.dirname, '../src/host/node/readable-stream.json');

/** What of the package's own surroundings is ours: its errors and tools, and other modules of Node. */
const ours = [
  [/\/ours\/errors$|^\.\/errors$/, 'internal/stream/errors'],
  [/\/ours\/util$/, 'internal/stream/tools'],
  [/\/shims\/process$/, 'process'],
  [/^string_decoder\/?$/, 'string_decoder'],
  [/^buffer$/, 'buffer'],
  [/^events$/, 'events'],
  [/^abort-controller$/, 'internal/stream/tools'],
];

const redirect = {
  name: 'ours',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path: name, kind }) => {
      const found = kind === 'require-call' ? ours.find(([pattern]) => pattern.test(name)) : undefined;
      return found && { path: found[1], external: true };
    });
  },
};

const { outputFiles } = await esbuild.build({
  absWorkingDir: folder,
  stdin: {
    contents:
      "const stream = require('readable-stream/lib/stream.js');" +
      "const promises = require('readable-stream/lib/stream/promises.js');" +
      'module.exports = { stream, promises };',
    resolveDir: folder,
  },
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'neutral',
  preserveSymlinks: true,
  mainFields: ['main'],
  target: 'es2022',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  plugins: [redirect],
});
const { version } = JSON.parse(readFileSync(path.join(folder, 'node_modules/readable-stream/package.json'), 'utf8'));
// What Node 24 does and the package does not yet.
const tick =
  'state.afterWriteTickInfo={count:1,cb,stream:stream2,state},process.nextTick(afterWriteTick,state.afterWriteTickInfo)';
const same = 'state.afterWriteTickInfo!==null&&state.afterWriteTickInfo.cb===cb';
const changes = [
  // A write that throws ends the stream that is piped to.
  [
    'let ret=dest.write(chunk);debug("dest.write",ret),ret===!1&&pause()}function onerror',
    'try{let ret=dest.write(chunk);debug("dest.write",ret),ret===!1&&pause()}catch(error){dest.destroy(error)}}function onerror',
  ],
  // What has been written at once takes no room.
  ['let ret=state.length<state.highWaterMark;return ret||(state.needDrain=!0),state.writing||', 'state.writing||'],
  [
    ',ret&&!state.errored&&!state.destroyed}function doWrite',
    ';let ret=state.length<state.highWaterMark||state.length===0;return ret||(state.needDrain=!0),ret&&!state.errored&&!state.destroyed}function doWrite',
  ],
  // A tick behind such a write is only for whom it concerns. Node asks for object mode where it means destroyed.
  [
    `sync?${same}?state.afterWriteTickInfo.count++:(${tick}):afterWrite`,
    `sync?cb===nop?!state.afterWritePending&&(state.needDrain&&state.length===0||state.objectMode)?(process.nextTick(afterWrite,stream2,state,1,cb),state.afterWritePending=!0):(state.pendingcb--,state.ending&&finishMaybe(stream2,state,!0)):${same}?state.afterWriteTickInfo.count++:(${tick},state.afterWritePending=!0):afterWrite`,
  ],
  [
    'function afterWrite(stream2,state,count,cb){for(',
    'function afterWrite(stream2,state,count,cb){state.afterWritePending=!1;for(',
  ],
  [
    'state.pendingcb--,cb();state.destroyed&&errorBuffer(state),finishMaybe(stream2,state)}',
    'state.pendingcb--,cb(null);state.destroyed&&errorBuffer(state),state.ending&&finishMaybe(stream2,state,!0)}',
  ],
  // What is composed flows on at once, without waiting for a tick.
  [
    'tail.on("readable",function(){if(onreadable){let cb=onreadable;onreadable=null,cb()}}),tail.on("end",function(){d.push(null)}),' +
      'd._read=function(){for(;;){let buf=tail.read();if(buf===null){onreadable=d._read;return}if(!d.push(buf))return}};',
    'd._read=()=>{tail.resume()},tail.on("data",chunk=>{d.push(chunk)||tail.pause()}),tail.on("end",()=>{d.push(null)});',
  ],
  [
    'onclose===null?callback(err):(onclose=callback,isNodeStream(tail)&&destroyer(tail,err))',
    'isNodeStream(tail)&&destroyer(tail,err),onclose===null?callback(err):onclose=callback',
  ],
  // Callbacks of end are told that nothing went wrong, or what did.
  ['onfinishCallbacks[i]();', 'onfinishCallbacks[i](null);'],
  [
    'typeof cb=="function"&&(err||state.finished?process.nextTick(cb,err):state[kOnFinished].push(cb)),this}',
    'typeof cb=="function"&&(err||state.errored||state.finished?process.nextTick(cb,err||state.errored||null):state[kOnFinished].push(cb)),this}',
  ],
];
let library = outputFiles[0].text;
for (const [before, after] of changes) {
  if (library.split(before).length !== 2)
    throw new Error(`readable-stream has another ${before} now: look what Node does.`);
  library = library.replace(before, () => after);
}
const source = `function (require, global) {\nconst module = { exports: {} };\n${library}\nreturn module.exports;\n}`;
const text = `${JSON.stringify({ package: 'readable-stream', version, license: 'MIT', source }, undefined, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(output, text);
else if (readFileSync(output, 'utf8') !== text) {
  console.error(`${path.relative(folder, output)} is not what the package says: run node scripts/guest-libraries.mjs`);
  process.exit(1);
}
