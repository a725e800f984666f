var declared = 1;
implicit = 2;
let scripted = 3;
function read() {
  return declared + implicit + scripted + (typeof missing === 'undefined');
}
function write() {
  declared++;
  implicit += 1;
  scripted = declared;
}
for (let i = 0; i < 20; i++) {
  read();
  write();
}
delete globalThis.implicit;
