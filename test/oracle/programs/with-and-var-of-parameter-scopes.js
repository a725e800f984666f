// with and eval assign to the vars of functions whose parameters have a scope of their own.
function f1(p,{b:d}){ with(1) var [x]='xy'; console.log(x) } try{f1(1,{})}catch(e){console.log(e.message)}
function f2(p,{b:d}){ with(1) var x='xy'; console.log(x) } try{f2(1,{})}catch(e){console.log(e.message)}
function f3(p,d){ with(1) var [x]='xy'; console.log(x) } try{f3(1,{})}catch(e){console.log(e.message)}
function f4(p,{b:d}){ with(1) x='xy'; var x; console.log(x) } try{f4(1,{})}catch(e){console.log(e.message)}
function f5(p,{b:d}){ with(1) x; var x; console.log(x) } try{f5(1,{})}catch(e){console.log(e.message)}
function f6(p,d=1){ with(1) x='xy'; var x; console.log(x, ()=>x) } try{f6(1,{})}catch(e){console.log(e.message)}
function f7(p,d=()=>p){ with(1) x='xy'; var x; console.log(x, ()=>x) } try{f7(1)}catch(e){console.log(e.message)}
function f8(p,d=()=>p){ eval("x='xy'"); var x; console.log(x, ()=>x) } try{f8(1)}catch(e){console.log(e.message)}
function f9(p,d=eval("1")){ eval("x='xy'"); var x; console.log(x, ()=>x) } try{f9(1)}catch(e){console.log(e.message)}
function f10(p,...d){ with(1) p='xy'; var x; console.log(p, ()=>x) } try{f10(1)}catch(e){console.log(e.message)}
