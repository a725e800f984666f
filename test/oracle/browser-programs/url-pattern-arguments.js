// URLPattern: its forms of arguments, what it refuses, and its members.
const t = (f) => {
  try {
    const v = f();
    console.log(
      f.toString().slice(6),
      typeof v === 'object' ? Object.prototype.toString.call(v) + JSON.stringify(v) : v,
    );
  } catch (e) {
    console.log(f.toString().slice(6), 'THROWS', e.name, e.message);
  }
};
t(() => URLPattern());
t(() => new URLPattern());
t(() => new URLPattern(undefined));
t(() => new URLPattern(null));
t(() => new URLPattern(5));
t(() => new URLPattern('5'));
t(() => new URLPattern({}));
t(() => new URLPattern(''));
t(() => new URLPattern('/a'));
t(() => new URLPattern('/a', 'https://x.y'));
t(() => new URLPattern('/a', 'x.y'));
t(() => new URLPattern('/a', 5));
t(() => new URLPattern('https://a/b', { ignoreCase: true }));
t(() => new URLPattern('/A', 'https://a/b', { ignoreCase: true }));
t(() => new URLPattern('/A', 'https://a/b', 5));
t(() => new URLPattern('/A', 'https://a/b', null));
t(() => new URLPattern('/A', 'https://a/b', undefined));
t(() => new URLPattern('/A', undefined, undefined));
t(() => new URLPattern({ pathname: '/A' }, undefined));
t(() => new URLPattern({ pathname: '/A' }, null));
t(() => new URLPattern({ pathname: '/A' }, undefined, { ignoreCase: true }));
t(() => new URLPattern({ pathname: '/A' }, 'https://x'));
t(() => new URLPattern({ pathname: '/A' }, 'https://x', {}));
t(() => new URLPattern({ pathname: 5 }));
t(() => new URLPattern({ pathname: null }));
t(() => new URLPattern({ pathname: undefined }));
t(() => new URLPattern({ pathname: Symbol() }));
t(
  () =>
    new URLPattern({
      pathname: {
        toString() {
          return '/x';
        },
      },
    }),
);
t(() => new URLPattern({ pathname: '/(' }));
t(() => new URLPattern({ pathname: '/(?a)' }));
t(() => new URLPattern({ pathname: '/{' }));
t(() => new URLPattern({ pathname: '/:a/:a' }));
t(() => new URLPattern({ pathname: '/([)' }));
t(() => new URLPattern({ port: 'abc' }));
t(() => new URLPattern({ port: '80a' }));
t(() => new URLPattern({ port: '99999' }));
t(() => new URLPattern({ protocol: 'ht tp' }));
t(() => new URLPattern({ hostname: 'a b' }));
t(() => new URLPattern({ hostname: '[::1' }));
t(() => new URLPattern({ hostname: '[::AB1]' }));
t(() => new URLPattern({ baseURL: 'x' }));
t(() => new URLPattern({ baseURL: 'https://u:p@x.y:80/a/b?c#d' }));
t(
  () =>
    new URLPattern({
      get pathname() {
        console.log('getp');
        throw new Error('g');
      },
    }),
);
const o = {};
for (const k of ['protocol', 'username', 'password', 'hostname', 'port', 'pathname', 'search', 'hash', 'baseURL'])
  Object.defineProperty(o, k, {
    get() {
      console.log('get', k);
      return undefined;
    },
  });
t(() => new URLPattern(o));
const p = new URLPattern({ pathname: '/:id/(\\d+)?' });
t(() => p.exec());
t(() => p.test());
t(() => p.exec(5));
t(() => p.exec(null));
t(() => p.exec('/x'));
t(() => p.exec('https://a/x/5'));
t(() => p.exec('/x/5', 'https://a'));
t(() => p.exec('/x/5', 'zz'));
t(() => p.exec({ pathname: '/x/5' }));
t(() => p.exec({ pathname: '/x/5' }, 'https://a'));
t(() => p.test({ pathname: '/x/5' }, 'https://a'));
t(() => p.test({ pathname: '/x/5' }, undefined));
t(() => p.test({ pathname: '/x' }));
t(() => p.test('https://a/x/5', 5));
t(() => p.test(Symbol()));
t(() => p.hasRegExpGroups);
t(() => [p.protocol, p.pathname, String(p), JSON.stringify(p), Object.keys(p)]);
t(() => URLPattern.prototype.pathname);
t(() => URLPattern.prototype.exec.call({}, 'x'));
t(() => URLPattern.prototype.hasRegExpGroups);
t(() => p.exec('https://a/x/'));
t(() => p.exec(new URL('https://a/x/7')));
t(() => new (class X extends URLPattern {})('https://a/b'));
t(() => {
  p.pathname = 5;
  return p.pathname;
});
console.log(Object.getOwnPropertyNames(URLPattern.prototype).join(), Object.getOwnPropertyNames(URLPattern).join());
