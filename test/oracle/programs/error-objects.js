// Errors: constructors, causes, headers of stacks, subclasses.
const attempt = (action) => { try { return action(); } catch (e) { return `${e.name}: ${e.message}`; } };
const first = (error) => error.stack.split('\n')[0];
for (const Type of [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError]) {
  const e = new Type('message', { cause: 'why' });
  console.log(Type.name, Type.length, String(e), e instanceof Error, Object.getPrototypeOf(Type) === (Type === Error ? Function.prototype : Error), Object.getOwnPropertyNames(e).join(), e.cause, first(e), String(Type('called')), Type.prototype.hasOwnProperty('message'));
}
console.log(Object.getOwnPropertyNames(new Error()).join(), 'cause' in new Error('x', {}), Object.keys(new Error('x', { cause: 1 })), JSON.stringify(new Error('x')));
console.log(new Error(undefined).hasOwnProperty('message'), new Error(null).message, new Error({ toString: () => 'converted' }).message, attempt(() => new Error(Symbol('s'))));
const aggregate = new AggregateError([new Error('a'), 'b'], 'many', { cause: 0 });
console.log(aggregate.errors.length, aggregate.message, aggregate.cause, Object.getOwnPropertyNames(aggregate).join(), AggregateError.length, String(AggregateError(new Set([1]))), attempt(() => new AggregateError(5)), Object.prototype.propertyIsEnumerable.call(aggregate, 'errors'));
class AppError extends Error { constructor(message, code) { super(message); this.name = 'AppError'; this.code = code; } }
class DeepError extends AppError { get name() { return 'Deep'; } set name(value) {} }
class NameLess extends TypeError {}
for (const e of [new AppError('app', 42), new DeepError('deep'), new NameLess('nameless')]) console.log(first(e), '|', String(e), e instanceof Error, Object.keys(e).join(), e.constructor.name, Object.prototype.toString.call(e));
const late = new Error('before'); late.message = 'after'; console.log(first(late), late.message); late.message = 'later'; console.log(first(late));
late.stack = 'mine'; console.log(late.stack, String(late));
console.log(Error.prototype.toString.call({ name: 'N', message: 'M' }), Error.prototype.toString.call({}), Error.prototype.toString.call({ name: '' , message: 'only' }), attempt(() => Error.prototype.toString.call(1)));
const holder = { name: 'Holder', message: 'held' };
function capture() { Error.captureStackTrace(holder, capture); return holder; }
function outer() { return capture(); }
console.log(outer().stack.split('\n').slice(0, 2).map((line) => line.replace(/\(.*/, '(…')).join(' | '), Object.keys(holder).join());
function names(error) { return error.stack.split("\n").slice(1, 3).map((line) => line.trim().replace(/ \(.*| at .*\//, '').replace(/^at .*[\\/].*/, 'at <file>')).join(' < '); }
const tool = { make() { return new AppError('x'); }, ['computed' + 1]: () => new Error('y') };
console.log(names(tool.make()), '|', names(tool.computed1()));
function Classic() { this.error = new Error('c'); }
console.log(names(new Classic().error), '|', names([1].map(function mapper() { return new Error('m'); })[0]));
Error.stackTraceLimit = 1; console.log(new Error('short').stack.split('\n').length); Error.stackTraceLimit = 0; console.log(new Error('none').stack); Error.stackTraceLimit = 10;
console.log(Error.isError(new NameLess()), Error.isError({ __proto__: Error.prototype }), Error.isError(1), attempt(() => Error.captureStackTrace(1)));
console.log(attempt(() => null.x), attempt(() => undefined.f()), attempt(() => { x; let x; }), attempt(() => notDefined), attempt(() => { const c = 1; c = 2; }), attempt(() => [].reduce((a) => a)), attempt(() => new Array(-1)), attempt(() => 'x'.repeat(-1)), attempt(() => decodeURIComponent('%')), attempt(() => 1n + 1), attempt(() => Symbol() + ''));
