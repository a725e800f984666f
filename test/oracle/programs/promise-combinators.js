// all, allSettled, any and race: results in order of the input, timing in order of settling.
const after = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
const failAfter = (ms, reason) => new Promise((_, reject) => setTimeout(reject, ms, reason));
Promise.all([after(80, 'a'), 'b', after(20, 'c'), { then: (resolve) => resolve('d') }]).then((values) => console.log('all', values));
Promise.all([after(80, 'a'), failAfter(40, new Error('all failed'))]).catch((error) => console.log(error.message));
Promise.allSettled([after(20, 1), failAfter(4, 'no'), 3]).then((results) => console.log(results));
Promise.any([failAfter(4, 'x'), after(60, 'any wins'), after(120, 'late')]).then((value) => console.log(value));
Promise.any([failAfter(8, 'x'), Promise.reject('y')]).catch((error) => console.log(error.constructor.name, error.message, error.errors));
Promise.race([after(40, 'slow'), failAfter(20, 'fast')]).catch((reason) => console.log('race', reason));
Promise.all([]).then((values) => console.log('empty all', values));
Promise.allSettled([]).then((values) => console.log('empty allSettled', values));
Promise.any([]).catch((error) => console.log('empty any', error.errors));
Promise.all(new Set([1, 2])).then((values) => console.log('a set', values));
Promise.all(7).catch((error) => console.log(error.message));
