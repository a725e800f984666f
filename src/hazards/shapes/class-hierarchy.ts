/**
 * An access that meets instances of more classes of one family than it remembers. Each class has hidden classes of its own,
 * also one that adds no field; where in the object a field is does not matter.
 *
 * V8: JSFunction::GetDerivedMap in src/objects/js-function.cc: one initial map for each new.target.
 */
import { defineHazard } from '../define-hazard.ts';
import { severityFor } from '../heat.ts';
import { quoted, times } from '../hover-text.ts';
import { shapeTable } from '../shape-table.ts';
import { type FoundGroup, groupDetection, groupRelated } from './group-words.ts';
import { megamorphicGroups } from './megamorphic-sites.ts';

export const classHierarchyHazard = defineHazard<FoundGroup>({
  id: 'class-hierarchy',
  title: 'Many subclasses at one access',
  docs: `Objects of two classes never share a hidden class, even where one class extends the other and adds nothing: V8 begins a family of hidden
classes for each constructor that \`new\` is used with. Code of a base class that reads a field meets one hidden class per subclass, from
the fifth on it is megamorphic. In which order the subclasses have their fields makes no difference to that:
with the field at the same place in each or at another, four subclasses took the same time, six 2.5 to 3 times as long (Node 24).`,
  examples: {
    bad: [
      {
        source: `class Shape {
  constructor() {
    this.x = 1;
  }
  left() {
    return this.x;
  }
}
class A extends Shape {}
class B extends Shape {}
class C extends Shape {}
class D extends Shape {}
class E extends Shape {}
const all = [new A(), new B(), new C(), new D(), new E()];
let total = 0;
for (let i = 0; i < 3000; i++) total += all[i % 5].left();
console.log(total);`,
      },
      {
        source: `class Node {
  weight = 1;
}
class Leaf extends Node {}
class Add extends Node {
  left = 1;
}
class Sub extends Add {
  right = 2;
}
class Neg extends Node {
  operand = 1;
}
class Call extends Node {
  callee = 2;
}
const nodes = [new Leaf(), new Add(), new Sub(), new Neg(), new Call(), new Node()];
function weigh(node) {
  return node.weight;
}
let total = 0;
for (let i = 0; i < 3000; i++) total += weigh(nodes[i % 6]);
console.log(total);`,
      },
    ],
    good: [
      {
        source: `class Shape {
  x = 1;
}
class A extends Shape {}
class B extends Shape {}
const all = [new A(), new B(), new Shape()];
let total = 0;
for (let i = 0; i < 3000; i++) total += all[i % 3].x;
console.log(total);`,
      },
      {
        source: `class Node {
  constructor(kind) {
    this.kind = kind;
    this.weight = 1;
  }
}
const nodes = ['leaf', 'add', 'sub', 'neg', 'call'].map((kind) => new Node(kind));
let total = 0;
for (let i = 0; i < 3000; i++) total += nodes[i % 5].weight;
console.log(total);`,
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    for (const group of megamorphicGroups(program, evidence)) {
      if (group.base !== undefined) yield groupDetection(program, evidence, group);
    }
  },
  judge: ({ group }) => ({ kind: 'finding', severity: severityFor(group.ran, 'low') }),
  message({ group: { hottest, base } }) {
    const name = base?.id ? quoted(base.id.name) : 'one class';
    return `${quoted(hottest.key)} meets ${hottest.shapeCount} classes of the family of ${name}, each a shape of its own: more than four are megamorphic. Tell kinds apart by a field, or split the code.`;
  },
  hover: ({ program, evidence, group: { hottest, ran } }) => ({
    verdict: 'Each subclass is a shape of its own, also where it adds no field.',
    run: `the access ran ${times(ran)} and met ${hottest.shapeCount} shapes.`,
    table: shapeTable(program, evidence.engine.shapes, hottest.shapes, hottest.shapeCount),
    cost: 'a load takes 2.4 to 3.9× as long, a method call 4 to 15× (Node 24).',
    free: 'up to four classes at one access, any order of fields, and a method that each subclass has for itself.',
    instead:
      'in hot code one class with a field that tells the kind; or let each subclass do its part in a method of its own.',
    code: 'class Node {\n  constructor(kind) {\n    this.kind = kind;\n  }\n}',
  }),
  related: groupRelated,
  shapes: ({ group }) => group.hottest.shapes.map(({ number }) => number),
});
