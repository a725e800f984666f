/**
 * delete on an object that serves as a table: keys come and go by computed names. It becomes a dictionary, which is right for
 * it; told of only where objects with a shape lose it.
 *
 * V8: JSReceiver::DeleteProperty, NameDictionary.
 */
import { defineHazard } from '../define-hazard.ts';
import { deletesIn, deletesText, deleteSubject, dictionariesOf, objectsText } from './delete-forms.ts';
import type { DeleteForm } from './delete-forms.ts';

export const deleteMapLikeHazard = defineHazard<DeleteForm>({
  id: 'delete-map-like',
  title: 'delete on a map-like object',
  docs: `An object that serves as a table, with keys coming and going, is a dictionary anyway: \`delete table[key]\` is right
there, and a \`Map\` is 1 to 1.6 times as fast (Node 24). One object that turns into a dictionary has found its form, so nothing is
said. Where object after object loses its shape at one such delete, or a literal with properties does, a \`Map\` says
what is meant, iterates in order of insertion for all keys, and knows its size.`,
  examples: {
    bad: [
      {
        source:
          'function without(record, key) {\n  delete record[key];\n  return record;\n}\nfor (let i = 0; i < 3; i++) console.log(without({ a: 1, b: i }, "a"));',
        run: [{ event: 'deleteProperty', at: 'delete', detail: 'dictionary', times: 3 }],
      },
      {
        source:
          'const stock = { apples: 3, pears: 2 };\nfunction soldOut(name) {\n  delete stock[name];\n}\nsoldOut("pears");\nconsole.log(stock);',
        run: [{ event: 'deleteProperty', at: 'delete', detail: 'dictionary', times: 1 }],
      },
    ],
    good: [
      { source: 'const cache = {};\nfunction forget(key) {\n  delete cache[key];\n}\ncache.a = 1;\nforget("a");' },
      { source: 'const stock = new Map([["apples", 3]]);\nstock.delete("apples");\nconsole.log(stock.size);' },
    ],
  },
  watches: 'deleteProperty',
  detect: (program) => deletesIn(program),
  judge: (data, seen) => (deleteSubject(data, seen) === 'table' ? { kind: 'finding', severity: 'hint' } : undefined),
  message: (_data, seen) =>
    `${objectsText(dictionariesOf(seen))} became a dictionary at this delete. If the object is a table of keys, a Map says so.`,
  hover: (_data, seen) => ({
    verdict: 'A table made of an object: dictionary mode is right for it, a Map says so.',
    run: deletesText(seen),
    cost: 'adding and deleting by key takes 1 to 1.6× as long as with a Map; reads of an object that had a shape before take 10 to 27× as long (Node 24).',
    free: 'objects that are dictionaries already, and deleting what is not there.',
    instead: 'a Map, where keys come and go.',
    code: 'const table = new Map();\ntable.set(key, value);\ntable.delete(key);',
  }),
});
