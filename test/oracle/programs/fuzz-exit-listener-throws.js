// An error in the last listener is the exit code, where nobody has set another.
const circle = {};
circle[''] = circle;
try { JSON.stringify(circle); } catch (error) { console.log(error.message); }
process.once('exit', (code) => {
  console.log('exits', code);
  null.x;
});
