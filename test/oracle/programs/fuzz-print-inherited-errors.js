// Errors made without the class syntax, and what inherits from an error, as console.log shows them; comments in the text given to Function().
const t = (...a) => { try { console.log(String(new Function(...a))); } catch (e) { console.log(a, e.name, e.message); } };
t('/*', ''); t('/*', '*/'); t('/*', '*/){'); t('a /*', ''); t('a /*', '*/'); t('a /*', '*/){'); t('a, /*', ''); t('a, /*', '*/ b) {'); t('a = /*', ''); t('a = /*', '*/ b) {'); t('/*', '__proto__'); t('a = 1 /*', 'x'); t('/* */ a /*', 'x'); t('a) { /*', '*/ }');
const args = function () { return arguments; };
console.log(Object.setPrototypeOf(args(), new Error('odd')).stack === undefined, Object.setPrototypeOf({ a: 1 }, new Error('odd')) instanceof Error);
const show = (value) => { try { console.log(value); } catch (error) { console.log('throws', error.message); } };
const e = new Error('odd'); e.stack = 'Error: odd\n    at x';
show(Object.setPrototypeOf(args(), e)); show(Object.create(e)); show(Object.setPrototypeOf({ a: 1 }, e)); show(Object.setPrototypeOf([1], e)); show(Object.setPrototypeOf(() => 1, e)); show(Object.create(new RangeError('r'), { stack: { value: 'RangeError: r\n    at y' } })); show(Object.setPrototypeOf(new Date(0), e)); show(Object.setPrototypeOf(new Map(), e)); show(Object.create(Error.prototype)); show(Object.create(Error.prototype, { message: { value: 'mine', enumerable: true } })); show(Object.create(TypeError.prototype, { name: { value: 'mine', enumerable: true } }));
class Old { } Old.prototype = Object.create(Error.prototype); Old.prototype.constructor = Old; show(new Old());
function MyError(m) { this.message = m; } MyError.prototype = Object.create(Error.prototype, { constructor: { value: MyError }, name: { value: 'MyError' } }); show(new MyError('text'));
function MyStack(m) { this.message = m; this.stack = 'MyStack: ' + m + '\n    at place'; } MyStack.prototype = Object.create(Error.prototype, { constructor: { value: MyStack }, name: { value: 'MyStack' } }); show(new MyStack('text'));
function NoStack(m) { this.message = m; this.stack = undefined; } NoStack.prototype = Object.create(Error.prototype); show(new NoStack('text'));
