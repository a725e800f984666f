// Accessors whose names are defined again: what is left of them is the place of the name.
const show = (o) => console.log(Object.keys(o).join(), o, JSON.stringify(o));
show({ get a() { return 1; }, b: 1, get a() { return 2; } });
show({ get z() { return 0; }, get a() { return 1; }, b: 1, get a() { return 2; } });
show({ get a() { return 1; }, b: 1, a: 2 });
show({ get a() { return 1; }, b() {}, a: [2] });
show({ x: 1, set x(v) {}, y: 2, x: { y: 3 } });
show({ get a() { return 1; }, set a(v) {}, get a() { return 2; } });
show({ get a() { return 1; }, ['b']: 2, get a() { return 3; }, ...{}, get b() { return 4; }, a: 7, get a() { return 8; } });
show({ a: 1, get a() { return 2; }, a: 3, set a(v) {}, ['a' + 'b' + 'c']: 'd' + 'e' });
show({ get a() { return 2; }, ...{ a: 5 }, get a() { return 3; }, b: 1, b() {}, get b() { return 9; } });
show({ get 1() { return 1; }, 0: 0, get 1() { return 2; }, q: 'a' + ('b' + 'c') + 1 });
