/**
 * delete of a property. A successful delete of a named property turns the object into a dictionary, for good; of a variable it
 * does nothing.
 *
 * V8: JSReceiver::DeleteProperty, LookupIterator::Delete in src/objects/lookup.cc. Up to V8 11.8 (Node 21) deleting the
 * property that was added last rolled the hidden class back; since then no delete does.
 */
import { defineHazard } from '../define-hazard.ts';
import { deletesIn, deletesText, deleteSubject, dictionariesOf, objectsText } from './delete-forms.ts';
import type { DeleteForm } from './delete-forms.ts';
import { fixesOfDelete } from './delete-fix.ts';
import { severityFor } from '../heat.ts';
import { inlineCode, quoted } from '../hover-text.ts';

export const deleteHazard = defineHazard<DeleteForm>({
  id: 'delete',
  title: 'delete of a property',
  docs: `Since Node 22 every \`delete\` of an existing named property puts the object into dictionary mode, also of the property
that was added last, and nothing brings it back. The object's reads and writes take 10 to 27 times as long from then on;
creating an object and deleting from it takes 260 to 590 times as long as creating it (Node 24). The function with the delete
in it is optimised as any other. Deleting what is not there changes nothing.`,
  examples: {
    bad: [
      { source: 'const user = { name: "Ada", email: "ada@example.org" };\ndelete user.email;\nconsole.log(user);' },
      {
        source:
          'function strip(user) {\n  delete user["password"];\n  return user;\n}\nconsole.log(strip({ name: "Ada", password: "x" }));',
      },
      {
        source:
          'const session = { user: "Ada", token: "x" };\nconsole.log(session.token);\ndelete session.token;\nconsole.log(session.user, session.token);',
      },
      {
        source:
          'const user = { name: "Ada", password: "x" };\nconst shown = { ...user };\ndelete shown.password;\nconsole.log(shown, "password" in shown);',
      },
      { source: 'var counter = 1;\nconsole.log(delete counter);' },
    ],
    good: [
      { source: 'const { email, ...rest } = { name: "Ada", email: "ada@example.org" };\nconsole.log(rest, email);' },
      { source: 'const cache = {};\nfunction forget(key) {\n  delete cache[key];\n}\ncache.a = 1;\nforget("a");' },
      { source: 'delete process.env.HOME_OF_NOBODY;' },
      { source: 'const table = Object.create(null);\ntable.a = 1;\ndelete table.a;\nconsole.log("a" in table);' },
    ],
  },
  watches: 'deleteProperty',
  detect: (program) => deletesIn(program),
  judge(data, seen) {
    switch (deleteSubject(data, seen)) {
      case 'free':
        return { kind: 'free' };
      case 'property':
        return { kind: 'finding', severity: severityFor(dictionariesOf(seen), 'high') };
      default:
        return undefined;
    }
  },
  message({ form, key }, seen) {
    if (form === 'variable')
      return `delete does not remove a variable: ${quoted(key ?? '')} stays, the result is false. Assign undefined.`;
    const dictionaries = dictionariesOf(seen);
    const property = quoted(key ?? 'a property');
    const what = dictionaries > 0 ? `turned ${objectsText(dictionaries).toLowerCase()}` : 'turns the object';
    return `Deleting ${property} ${what} into a dictionary: later reads and writes are slow. Build a copy without it, or assign undefined.`;
  },
  hover(data, seen) {
    if (data.form === 'variable') {
      return {
        verdict: 'Removes properties, never variables, functions or parameters.',
        run: seen.isKnown ? 'the variable kept its value.' : 'nothing is known, the file did not run.',
        cost: 'none, and no effect; strict code refuses it as a syntax error.',
        free: 'a global that was made by mere assignment is a property of the global object and can be deleted.',
        instead: 'let the value go; the variable goes with its scope.',
        code: `${data.key ?? 'name'} = undefined;`,
      };
    }
    return {
      verdict: 'The object loses its hidden class for good; the function around is optimised all the same.',
      run: deletesText(seen),
      cost: 'reads and writes of this object take 10 to 27× as long from now on; create and delete takes 260 to 590× as long as create alone (Node 24). Since Node 22 this holds for the last property, too.',
      free: 'deleting what is not there, and objects that are dictionaries anyway, such as tables and `Object.create(null)`.',
      instead:
        'copy what stays: the copy has fast properties. Or keep the property and assign `undefined`, if nobody asks whether it is there.',
      code: copyCode(data),
    };
  },
  fixes: ({ start }, _seen, program) => fixesOfDelete(program, start),
  freeForm(data, seen) {
    if (data.form === 'exotic')
      return `Free: ${inlineCode(data.object)} has no fast properties that a delete could cost it.`;
    const known = seen.details.has('alreadyDictionary') ? ' It was in dictionary mode already.' : '';
    return `An object with computed keys that come and go is a table; dictionary mode is right for it, and a \`Map\` is only 1 to 1.6× faster (Node 24).${known}`;
  },
});

function copyCode({ key = 'key', object }: DeleteForm): string {
  const isName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key);
  const copy = `const { ${isName ? key : `${JSON.stringify(key)}: removed`}, ...rest } = ${object};`;
  return isName ? `${copy}\n// or: ${object}.${key} = undefined;` : copy;
}
