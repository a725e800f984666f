/** The hazards about hidden classes and inline caches; that of `delete`, a form of the language, is in `syntax/`. */
import type { Hazard } from '../define-hazard.ts';
import { accessorRedefinitionHazard } from './accessor-redefinition.ts';
import { brokenConstantHazard } from './broken-constant.ts';
import { classHierarchyHazard } from './class-hierarchy.ts';
import { conditionalPropertyHazard } from './conditional-property.ts';
import { fieldRepresentationHazard } from './field-representation.ts';
import { frozenMixedHazard } from './frozen-mixed.ts';
import { keyedNamesHazard } from './keyed-names.ts';
import { latePropertyHazard } from './late-property.ts';
import { megamorphicAccessHazard } from './megamorphic-access.ts';
import { megamorphicCallHazard } from './megamorphic-call.ts';
import { objectAsTableHazard } from './object-as-table.ts';
import { objectOriginHazard } from './object-origin.ts';
import { propertyOrderHazard } from './property-order.ts';
import { prototypeChangedHazard } from './prototype-changed.ts';
import { setPrototypeOfHazard } from './set-prototype-of.ts';

export const shapeHazards: readonly Hazard[] = [
  propertyOrderHazard,
  conditionalPropertyHazard,
  latePropertyHazard,
  objectOriginHazard,
  classHierarchyHazard,
  megamorphicAccessHazard,
  megamorphicCallHazard,
  keyedNamesHazard,
  objectAsTableHazard,
  frozenMixedHazard,
  setPrototypeOfHazard,
  accessorRedefinitionHazard,
  fieldRepresentationHazard,
  brokenConstantHazard,
  prototypeChangedHazard,
];
