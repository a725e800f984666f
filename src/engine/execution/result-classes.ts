/** Hidden classes of objects that builtins give back. V8: Genesis::InitializeIteratorFunctions, InitializeGlobal in src/init/bootstrapper.cc. */
import { HiddenClass } from '../objects/hidden-class.ts';
import { copyWithField } from '../objects/map-copies.ts';
import { Attribute, PropertyKind } from '../objects/property-details.ts';
import { Representation } from '../objects/representation.ts';

/** In the tree of literals with two properties, whatever the value is. */
export function makeIterResultClass(root: HiddenClass): HiddenClass {
  const fields = [
    { key: 'value', representation: Representation.tagged },
    { key: 'done', representation: Representation.heapObject },
  ];
  let map = root;
  for (const field of fields) {
    const next = copyWithField(map, { ...field, attributes: Attribute.all, type: 'any', isMutable: false })!;
    map.insertTransition(field.key, next);
    map = next;
  }
  return map;
}

/** A family of its own: objects like it that a program makes have another. V8: data_property_descriptor_map and its sibling. */
export function makeDescriptorClass(emptyObject: HiddenClass, ...first: string[]): HiddenClass {
  const map = new HiddenClass(emptyObject.heap, emptyObject.fields());
  for (const name of [...first, 'enumerable', 'configurable']) map.append(name, Attribute.all, PropertyKind.data);
  return map;
}
