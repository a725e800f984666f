/** Fields hold more from then on, in place. V8: MapUpdater::GeneralizeField, UpdateFieldType (src/objects/map-updater.cc). */
import type { HiddenClass } from './hidden-class.ts';
import { detailsIsMutable, detailsRepresentation, withRepresentation } from './property-details.ts';
import { type FieldType, generalizeType, Representation, typeIs } from './representation.ts';

/** Lets a field hold more without a new hidden class: in all that share the row. V8: MapUpdater::GeneralizeField. */
export function generalizeField(
  map: HiddenClass,
  row: number,
  isMutable: boolean,
  representation: number,
  type: FieldType,
): void {
  const details = map.detailsAt(row);
  const oldRepresentation = detailsRepresentation(details);
  const wasMutable = detailsIsMutable(details);
  const oldType = map.fieldTypeAt(row);
  const isCleared = type === 'none' && representation === Representation.heapObject;
  if ((!isMutable || wasMutable) && oldRepresentation === representation && !isCleared && typeIs(type, oldType)) return;
  let owner = map;
  while (owner.parent !== undefined && owner.parent.propertyCount > row) owner = owner.parent;
  const change = {
    oldRepresentation,
    newRepresentation: representation,
    wasMutable,
    isMutable: wasMutable || isMutable,
    oldType,
    newType: generalizeType(oldRepresentation, oldType, representation, type),
  };
  updateFieldType(owner, row, change.isMutable, representation, change.newType);
  if (owner.isPrototype && change.isMutable !== wasMutable) owner.heap.mapListener.prototypeChanged(owner);
  owner.heap.mapListener.fieldGeneralized(owner, row, change);
}

function updateFieldType(
  owner: HiddenClass,
  row: number,
  isMutable: boolean,
  representation: number,
  type: FieldType,
): void {
  const backlog = [owner];
  for (let map = backlog.pop(); map !== undefined; map = backlog.pop()) {
    map.forEachTransition((next) => backlog.push(next));
    const { descriptors } = map;
    descriptors.details[row] = withRepresentation(descriptors.details[row]!, representation, isMutable);
    descriptors.values[row] = type;
  }
}
