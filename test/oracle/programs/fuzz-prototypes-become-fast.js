// Conversions find valueOf and toString where they are after a prototype got another layout.
const x2 = {};
try { 1 ** x2;  1 ** x2; console.log('fine'); } catch (e) { console.log(e.message) }
function f() { return 1 ** x2 }
f(); new Map();
try { f(); console.log('fine'); } catch (e) { console.log(e.message) }
try { Number(x2); console.log('fine'); } catch (e) { console.log(e.message) }
try { x2 + 1; console.log('fine'); } catch (e) { console.log(e.message) }
const x3 = {};
1 ** x3;
for (const i of new Map([[1]])) {}
try { 1 ** x3; console.log('fine'); } catch (e) { console.log(e.message) }
