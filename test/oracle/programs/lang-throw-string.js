// An uncaught string, thrown from a callback inside a callback.
function each(list, callback) {
  for (const [index, item] of list.entries()) callback(item, index);
}

each(['a', 'b', 'c'], (letter, index) => {
  each([1, 2], (number) => {
    console.log(letter, number);
    if (index === 1 && number === 2) throw `stopped at ${letter}${number}`;
  });
});
