// Errors whose names are no text, as console.log shows them.
const show=x=>{try{console.log(x)}catch(e){console.log(e.message)}};
for (const P of [Error.prototype,TypeError.prototype,(class X extends Error{}).prototype,(class X extends TypeError{}).prototype])
for (const v of [1,0,'','a',/a/g,null,undefined,{},Symbol('q'),function f(){},5n,[],[1,2],'TypeError',true,new Date(0),new Error('zz'),-0,()=>1])
show(Object.create(P,{name:{value:v}}));
for (const v of [1,/a/g,null,undefined,{},'']){
show(Object.create(TypeError.prototype,{name:{value:v},stack:{value:'sss'}}));
show(Object.create(TypeError.prototype,{name:{value:v},stack:{value:'TypeError: sss\n   at x'}}));
show(Object.create(TypeError.prototype,{name:{value:v},message:{value:'sss'}}));
const e=new TypeError('m');e.name=v;delete e.stack; show(e);
const e2=new TypeError('m');Object.defineProperty(e2,'name',{value:v});e2.stack=e2.stack.split('\n')[0]; show(e2);
const e3=new TypeError('m');e3.name=v;e3.stack=e3.stack.split('\n')[0]; show(e3);
}
