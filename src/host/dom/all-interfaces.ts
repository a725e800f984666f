/** All interfaces of the page, from the tables of this folder. Where two name one, the later is the more particular. */
import { collectionInterfaces } from './collections.ts';
import { customElementInterfaces } from './custom-elements.ts';
import { documentInterfaces } from './document-interface.ts';
import { parserInterfaces } from './dom-parser.ts';
import { elementInterface } from './element-interface.ts';
import { partInterfaces } from './element-parts.ts';
import { formInterfaces } from './form-interfaces.ts';
import { formNameInterfaces } from './form-names.ts';
import { validationInterfaces } from './form-validation.ts';
import { geometryInterfaces } from './geometry.ts';
import { htmlInterfaces } from './html-element.ts';
import type { InterfaceTable } from './interfaces.ts';
import { layoutObserverInterfaces } from './layout-observers.ts';
import { mediaInterfaces } from './media-elements.ts';
import { mutationInterfaces } from './mutation-observers.ts';
import { nodeInterfaces } from './node-interface.ts';
import { otherElementInterfaces } from './other-elements.ts';
import { locationInterfaces } from './location.ts';
import { tableInterfaces } from './table-elements.ts';
import { rangeInterfaces } from './range-interface.ts';
import { selectionInterfaces } from './selection.ts';
import { traversalInterfaces } from './traversal.ts';
import { serializingInterfaces } from './xml-serializing.ts';
import { slotInterfaces } from './slots.ts';
import { storageInterfaces } from './storage.ts';
import { styleInterfaces } from './style.ts';
import { environmentInterfaces } from './page-environment.ts';
import { canvasInterfaces } from './canvas/context.ts';

export const interfaces: InterfaceTable = {
  Window: { parent: 'EventTarget' },
  WindowProperties: {},
  ...nodeInterfaces,
  ...elementInterface,
  ...htmlInterfaces,
  ...otherElementInterfaces,
  ...tableInterfaces,
  ...formInterfaces,
  ...validationInterfaces,
  ...documentInterfaces,
  ...collectionInterfaces,
  ...formNameInterfaces,
  ...partInterfaces,
  ...styleInterfaces,
  ...mutationInterfaces,
  ...customElementInterfaces,
  ...storageInterfaces,
  ...locationInterfaces,
  ...environmentInterfaces,
  ...canvasInterfaces,
  ...parserInterfaces,
  ...geometryInterfaces,
  ...slotInterfaces,
  ...mediaInterfaces,
  ...layoutObserverInterfaces,
  ...rangeInterfaces,
  ...selectionInterfaces,
  ...traversalInterfaces,
  ...serializingInterfaces,
};
