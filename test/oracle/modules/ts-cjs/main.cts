const shapes: typeof import('./shapes.cts') = require('./shapes.cts');
import type { Shape } from './shapes.cts';
const square: Shape = shapes.square(2 as number);
console.log(square, typeof module, require.main === module);
import('./shapes.cts').then((all: any) => console.log(Object.keys(all)));
