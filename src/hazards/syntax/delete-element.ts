/**
 * delete of an array element. The array keeps its length and gets a hole: its elements are holey from then on, but no
 * dictionary.
 *
 * V8: FastElementsAccessor::DeleteCommon in src/objects/elements.cc.
 */
import { defineHazard } from '../define-hazard.ts';
import { deletesIn, deletesText, deleteSubject, holesOf } from './delete-forms.ts';
import type { DeleteForm } from './delete-forms.ts';
import { severityFor } from '../heat.ts';

export const deleteElementHazard = defineHazard<DeleteForm>({
  id: 'delete-element',
  title: 'delete of an array element',
  docs: `\`delete array[i]\` removes the value and leaves the length: there is a hole, and the array's elements are of a holey
kind for good, also where it was the last one. The array does not become a dictionary: reading it afterwards takes 1.1 to
2.1 times as long (Node 24). The surprise is rather the length. \`splice\`, \`pop\` and \`filter\` take an element out.`,
  examples: {
    bad: [
      { source: 'const list = [1, 2, 3];\ndelete list[1];\nconsole.log(list.length);' },
      {
        source: 'function drop(list, index) {\n  delete list[index];\n}\ndrop([1, 2], 0);',
        run: [{ event: 'deleteProperty', at: 'delete', detail: 'hole', times: 1 }],
      },
    ],
    good: [
      { source: 'const list = [1, 2, 3];\nlist.splice(1, 1);\nconsole.log(list.length);' },
      { source: 'const user = { name: "Ada", age: 36 };\ndelete user.age;\nconsole.log(user);' },
    ],
  },
  watches: 'deleteProperty',
  detect: (program) => deletesIn(program),
  judge(data, seen) {
    if (deleteSubject(data, seen) !== 'element') return undefined;
    return { kind: 'finding', severity: severityFor(holesOf(seen), 'low') };
  },
  message: () => 'delete leaves a hole in the array and its length as it is. Use splice, pop or filter.',
  hover: ({ object }, seen) => ({
    verdict: 'The array stays an array with fast elements, but holey for good.',
    run: deletesText(seen),
    cost: 'reads take 1.1 to 2.1× as long on holey elements (Node 24); the surprise is rather that `length` does not change.',
    free: 'no array is slowed by `splice`, `pop`, `shift` or `filter`.',
    instead: 'take the element out so that the others close up.',
    code: `${object}.splice(index, 1); // or: ${object}.filter((item) => item !== unwanted)`,
  }),
});
