// await of a thenable takes one turn more.
const thenable = { then: (resolve) => resolve('thenable') };
(async () => console.log(await thenable))();
(async () => console.log(await Promise.resolve('promise')))();
(async () => console.log(await 'value'))();
