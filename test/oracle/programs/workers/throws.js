function fail(rows) {
  return rows.map((row) => row.name.length);
}
setTimeout(function onTimeout() {
  fail([{ name: 'a' }, {}]);
}, 1);
