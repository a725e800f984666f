/** Programs that only become hot: budgets, on-stack replacement, inlining. `f` is the function that is asked for. */
export const tierUps: Readonly<Record<string, string>> = {
  'no inline caches, one call short': 'function f(a,b){return a+b}\nfor(let i=0;i<400;i++)f(1,2);',
  'no inline caches': 'function f(a,b){return a+b}\nfor(let i=0;i<420;i++)f(1,2);',
  'an inline cache waits': 'const o={x:1};function f(o){return o.x}\nfor(let i=0;i<480;i++)f(o);',
  'an inline cache settles': 'const o={x:1};function f(o){return o.x}\nfor(let i=0;i<520;i++)f(o);',
  'a new shape starts anew':
    'const o={x:1},p={y:1,x:2};function f(o){return o.x}\nfor(let i=0;i<700;i++)f(i===300?p:o);',
  'and is over': 'const o={x:1},p={y:1,x:2};function f(o){return o.x}\nfor(let i=0;i<820;i++)f(i===300?p:o);',
  'a loop counts': 'function f(n){let s=0;for(let i=0;i<n;i++)s+=i;return s}\nfor(let i=0;i<100;i++)f(10);',
  TurboFan: 'function f(n){let s=0;for(let i=0;i<n;i++)s+=i;return s}\nfor(let i=0;i<3000;i++)f(10);',
  'one long loop': 'function f(n){let s=0;for(let i=0;i<n;i++)s=(s+i)|0;return s}\nf(200000);',
  'nested loops': 'function f(n){let s=0;for(let i=0;i<n;i++)for(let j=0;j<n;j++)s=(s+j)|0;return s}\nf(500);',
  'a callee is inlined': 'function f(a){return a+1}\nfunction g(a){return f(a)*2}\nfor(let i=0;i<3000;i++)g(i);',
  'a callee that is too large':
    'function f(a){' +
    'a=(a*3+1)|0;'.repeat(60) +
    'return a}\nfunction g(a){return f(a)*2}\nfor(let i=0;i<3000;i++)g(i);',
  recursion: 'function f(n){return n<2?n:f(n-1)+f(n-2)}\nfor(let i=0;i<400;i++)f(8);',
  'a method of one class':
    'class A{m(){return 1}}const a=new A;function f(o){return o.m()}\nfor(let i=0;i<2000;i++)f(a);',
  'a generator': 'function* f(n){for(let i=0;i<n;i++)yield i}\nfor(let i=0;i<400;i++)for(const v of f(3));',
  'a closure of another call':
    'function make(){return function f(a){return a+1}}\nconst x=make(),f=make();for(let i=0;i<600;i++)x(1);f(1);',
  'never called again': 'function f(){return 1}\nf();',
  'try and finally': 'function g(a){return a}function f(a){try{return g(a)}finally{g(1)}}\nfor(let i=0;i<600;i++)f(i);',
  'a switch':
    'function f(i){switch(i&3){case 0:return 1;case 1:return 2;default:return 3}}\nfor(let i=0;i<600;i++)f(i);',
  'a constructor': 'function f(x){this.x=x}\nfor(let i=0;i<800;i++)new f(i);',
};
