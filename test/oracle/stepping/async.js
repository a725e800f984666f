async function load(value) {
  const loaded = await value;
  return loaded + 1;
}
async function main() {
  const one = await load(1);
  const two = await load(one);
  let three = 0;
  for (const value of [one, two]) {
    three += await value;
  }
  return three;
}
let done = 0;
main().then((value) => {
  done = value;
});
done = 1;
