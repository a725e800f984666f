function yes() {
  return true;
}
function no() {
  return false;
}
let x = yes() && no();
x = no() || yes();
x = x ?? yes();
x = yes() ? no() : yes();
x ||= yes();
x &&= no();
let text = `a ${yes()} b ${no()}`;
const object = { key: yes(), [text]: no(), ...{ z: 1 } };
x = object?.key;
x = object.missing?.();
x = (yes(), no());
text += object.key;
delete object.key;
typeof object;
void yes();
const list = [yes(), ...[no()]];
