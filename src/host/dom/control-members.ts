/** What the classes of several controls have in common. HTML: 4.10.18 Form control infrastructure. */
import type { JSObject } from '../../engine/index.ts';
import { newNodeList } from './collections.ts';
import { formOf, inputType, labeledControl, setValue, valueOf } from './form-controls.ts';
import type { Attribute } from './interfaces.ts';
import { type ElementData, ParentData } from './nodes.ts';

/** The same object each time. */
export function part(self: ElementData, name: string, make: () => JSObject): JSObject {
  let object = self.parts.get(name);
  if (object === undefined) self.parts.set(name, (object = make()));
  return object;
}

export const form: Attribute<ElementData> = (dom, self) => dom.wrapOrNull(formOf(self));

export const value: Attribute<ElementData> = {
  get: (_dom, self) => valueOf(self),
  set: (dom, self, given) => {
    const text = given === null ? '' : dom.text(given);
    if (self.is('input') && inputType(self) === 'file' && text !== '')
      dom.throwException(
        'InvalidStateError',
        "Failed to set the 'value' property on 'HTMLInputElement': This input element accepts a filename, which may only be programmatically set to the empty string.",
      );
    setValue(dom, self, text);
  },
};

export const labels: Attribute<ElementData> = (dom, self) => {
  const { root } = self;
  const all = root instanceof ParentData ? [...root.descendantElements()] : [];
  return newNodeList(
    dom,
    all.filter((element) => element.is('label') && labeledControl(element) === self),
  );
};
