// process.emitWarning: what is printed, when, and what the listeners get.
const { EventEmitter } = require('events');
process.on('warning', ({ name, message, code, detail }) => console.log(name, message, code, detail));
process.emitWarning('plain');
process.emitWarning('with a type', 'Custom');
process.emitWarning('with a code', 'Custom', 'CODE1');
process.emitWarning('with options', { type: 'Other', code: 'CODE2', detail: 'in detail' });
process.emitWarning(new RangeError('an error'));
process.emitWarning('gone', 'DeprecationWarning', 'DEP1');
const emitter = new EventEmitter();
for (let i = 0; i < 12; i++) emitter.on('data', () => {});
console.countReset('nothing');
console.timeEnd('nothing');
clearTimeout(setTimeout(() => {}, 2 ** 40));
clearTimeout(setTimeout(() => {}, -5));
clearTimeout(setTimeout(() => {}, -6));
clearTimeout(setTimeout(() => {}, 'text'));
console.log('end of script');
