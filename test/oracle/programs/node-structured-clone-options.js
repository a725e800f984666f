// What structuredClone says of options that are none.
for (const o of [1, 'x', {transfer: 1}, {transfer: {}}, {transfer: [1]}, {transfer: null}]) try { structuredClone(5, o) } catch (e) { console.log(e.name, e.code, e.message, e.stack.split('\n')[0]) }
try { structuredClone(5, 1) } catch (e) { console.log(Object.keys(e)); }
