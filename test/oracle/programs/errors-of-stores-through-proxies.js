'use strict';
const t=(f)=>{try{f()}catch(e){console.log(e.message)}};
const p = (o, h = {}) => new Proxy(o, h);
for (const h of [{}, {defineProperty(){return false}}, {set(){return false}}, {getOwnPropertyDescriptor(){}}]) {
t(() => { p(Object.freeze({a: 1}), h).a = 2 });
t(() => { p(Object.freeze({a: 1}), h).b = 2 });
t(() => { p(Object.seal({a: 1}), h).b = 2 });
t(() => { p(Object.create(Object.freeze({a: 1})), h).a = 2 });
t(() => { p({get a() { return 1 }}, h).a = 2 });
t(() => { p(Object.create({get a() { return 1 }}), h).a = 2 });
t(() => { Object.create(p(Object.freeze({a:1}), h)).a = 2 });
t(() => { p(p(Object.freeze({a: 1}), h)).a = 2 });
t(() => { p([], h).length = -1 });
t(() => { p(Object.freeze([1]), h)[0] = -1 });
t(() => { p(Object.freeze([1]), h)[1] = -1 });
t(() => { p(Object.freeze([1]), h).push(1) });
t(() => { p(Math, h).PI = 1 });
t(() => { p(function(){}, h).name = 1 });
t(() => { p('x', h).name = 1 });
t(() => { p({}, h).name = 1 });
t(() => { Object.assign(p(Object.freeze({}), h), {x: 1}) });
}
// Handlers that are proxies themselves.
t(() => { new Proxy({}, new Proxy({ defineProperty() { return false; } }, {})).a = 2; });
t(() => { new Proxy({}, new Proxy({ set() { return false; } }, {})).a = 2; });
t(() => { new Proxy(Object.freeze({}), new Proxy({}, {})).a = 2; });
