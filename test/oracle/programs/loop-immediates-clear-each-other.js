// One immediate takes another out of the same phase.
const list = [];
for (const name of ['one', 'two', 'three', 'four']) {
  list.push(
    setImmediate(() => {
      console.log(name);
      if (name === 'one') clearImmediate(list[2]);
    }),
  );
}
clearImmediate(list[1]);
clearImmediate(undefined);
clearImmediate({});
