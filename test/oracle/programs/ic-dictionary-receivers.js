// Loads from a prototype by receivers in dictionary mode, which get the property later without another hidden class.
function load(o) { return o.x; }
function make(proto) { const o = Object.create(proto); o.a = 1; o.b = 2; o.c = 3; delete o.a; return o; }
const proto = { x: undefined };
let wrong = 0;
for (let i = 0; i < 300; i++) { const o = make(proto); if (load(o) !== undefined) wrong++; o.x = i; if (load(o) !== i) wrong++; delete o.x; if (load(o) !== undefined) wrong++; }
console.log(wrong);
const shared = make(proto); wrong = 0;
for (let i = 0; i < 300; i++) { load(shared); if (i === 150) shared.x = 5; if (load(shared) !== (i < 150 ? undefined : 5)) wrong++; }
console.log(wrong);
function poly(o) { return o.x; }
for (let i = 0; i < 300; i++) { poly({ x: 1 }); poly({ y: 1, x: 1 }); const o = make(proto); if (poly(o) !== undefined) wrong++; o.x = i; if (poly(o) !== i) wrong++; }
console.log(wrong);
function mega(o) { return o.x; }
for (let i = 0; i < 300; i++) { for (let j = 0; j < 8; j++) mega({ ['k' + j]: 1, x: 1 }); const o = make(proto); if (mega(o) !== undefined) wrong++; o.x = i; if (mega(o) !== i) wrong++; }
console.log(wrong);
function absent(o) { return o.zz; }
for (let i = 0; i < 300; i++) { const o = make(null); if (absent(o) !== undefined) wrong++; o.zz = i; if (absent(o) !== i) wrong++; }
console.log(wrong);
const cls = class { constructor() { this.p = 1; this.q = 2; delete this.p; if (load2(this) !== undefined) wrong++; this._e = 1; if (load2(this) !== 1) wrong++; this.r = 1; this._e = 2; if (load2(this) !== 2) wrong++; } }; cls.prototype._e = undefined;
function load2(o) { return o._e; }
for (let i = 0; i < 300; i++) new cls(); console.log(wrong);
