// Parts of a path that are names of devices in Windows.
const { win32 } = require('path');
for (const parts of [['\\fileserver\\public\\uploads', 'CON:..\\..\\..\\private\\db.conf'], ['a', 'CON', '..'], ['a', 'CONX', '..', 'b/c'], ['a', 'nul:', '..', 'x'], ['c:', 'lpt1:x', '..'], ['CON:', 'a'], ['CON:./foo', ''], ['CON:\\', ''], ['CON::', ''], ['con:x/../y/', ''], ['aux:..', '']])
  console.log(win32.join(...parts), win32.normalize(parts.at(-2)));
console.log(Object.keys(process).filter((name, index, all) => all.indexOf(name) !== index), Object.keys(process).slice(0, 5));
