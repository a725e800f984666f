// ?. and ??: what is skipped, what is called with which this, delete, and mixing.
const log = [];
const seen = (name, value) => (log.push(name), value);
const user = { name: 'Ada', address: { city: 'London', lines: ['a', 'b'] }, greet(g) { return `${g}, ${this.name}`; }, nothing: null };

console.log(user?.name, user.address?.city, user.phone?.number, user.phone?.number.deep.deeper, user.nothing?.x);
console.log(user.greet?.('hi'), user.missing?.('hi'), user['greet']?.('ho'), user?.['address']?.['lines']?.[1], user.address.lines?.[9]?.x);
console.log(user.phone?.[seen('not evaluated', 'x')], user.missing?.(seen('nor this')), undefined?.[seen('nor that')].a.b(seen('at all')), log.length);
console.log((user.phone?.number)?.x, (user?.greet)('parenthesised keeps this'));
try { (user.phone?.number).x; } catch (error) { console.log(error.message); }
try { user.name?.(); } catch (error) { console.log(error.message); }
try { user?.missing(); } catch (error) { console.log(error.message); }
try { nowhere?.x; } catch (error) { console.log(error.message); }
console.log(delete user?.address?.city, delete user.phone?.number, delete user.nothing?.x.y, user.address);

console.log(0 ?? 'd', '' ?? 'd', false ?? 'd', null ?? 'd', undefined ?? null ?? 'last', NaN ?? 'd');
console.log(0 || 'd', '' && 'd', (null ?? 'a') || 'b', (0 && 1) ?? 2, null ?? (0 || 'z'));
const o = { zero: 0, empty: '', nil: null, get counted() { log.push('get'); return this._c; }, set counted(v) { log.push('set'); this._c = v; } };
o.zero ??= seen('never', 1);
o.zero ||= 10;
o.empty &&= seen('never', 2);
o.nil ??= 'filled';
o.fresh ??= 'made';
o.counted ??= 1;
o.counted ??= 2;
o.counted &&= 3;
console.log(o.zero, o.empty, o.nil, o.fresh, o._c, log.join());
const frozen = Object.freeze({ a: 1 });
(function () { 'use strict'; frozen.a ??= 2; frozen.a ||= 3; try { frozen.a &&= 4; } catch (error) { console.log(error.message); } })();
let c; c ??= () => {}; let { d = () => {} } = {};
console.log(c.name, d.name);
const list = [[1], null, [3]];
console.log(list.map((x) => x?.[0] ?? '-').join(''), list?.at?.(-1)?.at(0), user.address.lines?.map?.((x) => x + x));
class A { #p = 1; static read(a) { return a?.#p; } static deep(a) { return a?.b?.#p ?? 'none'; } }
console.log(A.read(new A()), A.read(null), A.deep({}), new A()?.constructor.name, true?.5:1);
console.log(null?.x === undefined, typeof undefined?.x.y.z, [null?.a, void 0?.b].length, eval?.('1+1'));
