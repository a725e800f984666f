// Five patterns and their better forms
//
// eval, with, delete, arguments and for...in: hover over each underlined word to read what it costs today, which is seldom
// what one hears. The better form stands beside it. (This file is sloppy code: strict mode has no with.)

// eval keeps every variable that it could name on the heap.
function readByEval(user, key) {
  return eval('user.' + key);
}
function readByKey(user, key) {
  return user[key];
}

// Inside with, every name is searched at run time.
function areaByWith(size) {
  with (size) {
    return width * height;
  }
}
function areaByDestructuring({ width, height }) {
  return width * height;
}

// delete turns an object into a dictionary; the copy without the property stays fast.
function withoutPasswordByDelete(user) {
  delete user.password;
  return user;
}
function withoutPasswordByRest({ password, ...rest }) {
  return rest;
}

// Next to named parameters, arguments[i] and the parameters are the same variables; a rest parameter is an array of its own.
function sumByArguments(first) {
  let sum = first;
  for (let i = 1; i < arguments.length; i++) sum += arguments[i];
  return sum;
}
function sumByRest(first, ...others) {
  let sum = first;
  for (const n of others) sum += n;
  return sum;
}

// for...in is fast over plain objects, but arrays are not made for it: the keys are strings.
function joinByForIn(list) {
  let text = '';
  for (const index in list) text += list[index];
  return text;
}
function joinByForOf(list) {
  let text = '';
  for (const item of list) text += item;
  return text;
}

console.log('eval     ', readByEval({ age: 36 }, 'age'), readByKey({ age: 36 }, 'age'));
console.log('with     ', areaByWith({ width: 2, height: 3 }), areaByDestructuring({ width: 2, height: 3 }));
console.log('delete   ', withoutPasswordByDelete({ name: 'Ada', password: 'x' }), withoutPasswordByRest({ name: 'Ada', password: 'x' }));
console.log('arguments', sumByArguments(1, 2, 3), sumByRest(1, 2, 3));
console.log('for...in ', joinByForIn(['a', 'b']), joinByForOf(['a', 'b']));

// Where these forms are free, nothing is underlined; hovering still says why.
function count() {
  return arguments.length;
}
for (const key in { name: 'Ada', age: 36 }) console.log('a fast object:', key);
console.log('free     ', count(1, 2, 3));
