/**
 * A prototype that is changed after code was optimised that went through it.
 *
 * V8: JSObject::InvalidatePrototypeChains in src/objects/js-objects.cc, DependentCode::kPrototypeCheckGroup.
 */
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { counted, times } from '../hover-text.ts';
import { type BrokenDependency, brokenDependencies, functionPlaces, functionsLeft } from './broken-dependencies.ts';
import { tokenAt } from './places.ts';

interface Changed {
  readonly program: AnalyzedProgram;
  readonly broken: BrokenDependency;
}

export const prototypeChangedHazard = defineHazard<Changed>({
  id: 'prototype-changed',
  title: 'Prototype changed after use',
  docs: `Optimised code that calls a method of a prototype holds the method and counts on the prototype to stay as it is. Adding a method to
the prototype, or replacing one, throws that code away (a lazy deoptimisation, "dependent field type constness changed" or "dependent prototype
chain changed"), and inline caches that went through the prototype look again. After that all is optimised anew. It costs once for each
change: so prototypes are to be complete before their objects are used.`,
  examples: {
    bad: [
      {
        source: `class Counter {
  step() {
    return 1;
  }
}
const counter = new Counter();
const run = (c) => c.step();
let total = 0;
for (let i = 0; i < 3000; i++) total += run(counter);
Counter.prototype.step = function () {
  return 2;
};
for (let i = 0; i < 3000; i++) total += run(counter);
console.log(total);`,
      },
      {
        source: `function List() {
  this.length = 0;
}
List.prototype.size = function () {
  return this.length;
};
const list = new List();
function sizeOf(l) {
  return l.size();
}
let total = 0;
for (let i = 0; i < 3000; i++) total += sizeOf(list);
List.prototype.isEmpty = function () {
  return this.length === 0;
};
for (let i = 0; i < 3000; i++) total += sizeOf(list);
console.log(total, list.isEmpty());`,
      },
    ],
    good: [
      {
        source: `class Counter {
  step() {
    return 1;
  }
}
Counter.prototype.step = function () {
  return 2;
};
const counter = new Counter();
let total = 0;
for (let i = 0; i < 3000; i++) total += counter.step();
console.log(total);`,
      },
      {
        source: `class Counter {
  step() {
    return 1;
  }
}
class Double extends Counter {
  step() {
    return 2;
  }
}
const counter = new Double();
let total = 0;
for (let i = 0; i < 3000; i++) total += counter.step();
console.log(total);`,
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    for (const broken of brokenDependencies(program, evidence)) {
      if (broken.kind !== 'prototype') continue;
      yield {
        ...tokenAt(program, broken.position),
        data: { program, broken },
        happened: { count: broken.count, firstEvent: broken.deoptimizations[0]?.firstEvent ?? -1 },
      };
    }
  },
  judge: () => ({ kind: 'finding', severity: 'information' }),
  message: ({ broken }) =>
    `A prototype changes here after optimised code went through it: ${functionsLeft(broken)} started anew. Complete prototypes before their objects are used.`,
  hover: ({ broken }) => ({
    verdict: 'Optimised code counts on prototypes to stay as they are.',
    run: `optimised code was thrown away ${times(broken.count)}: ${broken.deoptimizations[0]?.reason ?? ''}.`,
    cost: `${counted(broken.deoptimizations.length, 'function')} back to the interpreter, and optimised again after some hundred calls.`,
    free: 'changing prototypes while the program sets itself up.',
    instead: 'a subclass, or a method that decides by a field.',
    code: 'class Double extends Counter {\n  step() {\n    return 2;\n  }\n}',
  }),
  related: ({ program, broken }) => functionPlaces(program, broken),
});
