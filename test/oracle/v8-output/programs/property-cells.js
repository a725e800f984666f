var flag = 1;
let tracked = 1;
const holder = { value: 1 };
function readFlag() {
  return flag;
}
function readTracked() {
  return tracked;
}
function readHolder() {
  return holder.value;
}
for (let i = 0; i < 700; i++) {
  readFlag();
  readTracked();
  readHolder();
}
flag = 2;
tracked = 2;
holder.value = 2;
readFlag();
readTracked();
readHolder();
