// What node:module's constructor takes, and what it makes of what it is called on.
const { constructor: Module } = module;
const attempt = (action) => {
  try {
    console.log(action());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const id of [0, null, undefined, '', 'a', '/x/y.js', './z', 'a/b/', '/', {}, () => 1, Symbol('s'), 1n, []])
  attempt(() => new Module(id));
for (const parent of [module, {}, { children: [] }, { children: 1 }, 5, null]) attempt(() => new Module('/a/b', parent));
console.log(module.children.length, module.children[0].parent === module);
const object = {};
attempt(() => Module.call(object, 'x/y', module));
attempt(() => Module.call(object, 'x/z'));
console.log(object, module.children.length, module.children[1] === object);
attempt(() => module.constructor(() => 1));
attempt(() => Module('x/y'));
attempt(() => new (class extends Module {})('p/q').path);
console.log(Module.length, Object.keys(Module.prototype), Object.keys(module).slice(0, 3));
