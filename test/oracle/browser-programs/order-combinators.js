// all, allSettled, race and any, each settled in its turn.
const later = (value, ms) => new Promise((resolve) => setTimeout(resolve, ms, value));
Promise.all([1, Promise.resolve(2), later(3, 20)]).then((values) => console.log('all', values.join()));
Promise.race([later('slow', 40), later('fast', 10)]).then((value) => console.log('race', value));
Promise.any([Promise.reject(new Error('no')), later('any', 30)]).then((value) => console.log('any', value));
Promise.allSettled([Promise.reject(new Error('no')), 5]).then((results) =>
  console.log('settled', results.map(({ status }) => status).join()),
);
Promise.any([Promise.reject(1), Promise.reject(2)]).catch((error) => console.log(error.name, error.errors.join()));
Promise.race([]).then(() => console.log('never'));
