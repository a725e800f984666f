/** Rectangles. Geometry Interfaces: 3 DOMRect; Blink: core/geometry/dom_rect_read_only.cc. */
import { addOwn, Attribute, HostData, type JSObject, toNumber, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { type Attribute as Member, type InterfaceTable, membersOf } from './interfaces.ts';

export class RectData extends HostData {
  x: number;
  y: number;
  width: number;
  height: number;

  constructor(x = 0, y = 0, width = 0, height = 0) {
    super();
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
  }
}

const own = ['x', 'y', 'width', 'height'] as const;

const edges: Readonly<Record<string, (self: RectData) => number>> = {
  top: ({ y, height }) => Math.min(y, y + height),
  right: ({ x, width }) => Math.max(x, x + width),
  bottom: ({ y, height }) => Math.max(y, y + height),
  left: ({ x, width }) => Math.min(x, x + width),
};

const readers: Record<string, Member<RectData>> = {};
for (const name of own) readers[name] = (_dom, self) => self[name];
for (const [name, read] of Object.entries(edges)) readers[name] = (_dom, self) => read(self);

const readOnlyMembers = membersOf(RectData, {
  attributes: readers,
  operations: {
    toJSON: [
      0,
      (dom, self) => {
        const fields: Record<string, Value> = {};
        for (const name of own) fields[name] = self[name];
        for (const [name, read] of Object.entries(edges)) fields[name] = read(self);
        return dom.host.newPlainObject(fields);
      },
    ],
  },
});

const writers: Record<string, Member<RectData>> = {};
for (const name of own)
  writers[name] = {
    get: (_dom, self) => self[name],
    set: (dom, self, value) => void (self[name] = toNumber(dom.isolate, value)),
  };

const members = membersOf(RectData, { attributes: writers });

function rectOf(dom: Dom, values: readonly Value[]): RectData {
  const [x, y, width, height] = values.map((value) => (value === undefined ? 0 : toNumber(dom.isolate, value)));
  return new RectData(x, y, width, height);
}

function kindOfRect(name: string, rest: InterfaceTable[string]): InterfaceTable[string] {
  return {
    ...rest,
    construct: (dom, args, newTarget) => dom.newInstance(name, rectOf(dom, args.slice(0, 4)), newTarget),
    finish: (dom, _prototype, constructor) => {
      const fromRect = dom.native('fromRect', 0, (_receiver, [other]) =>
        dom.newObject(
          name,
          rectOf(
            dom,
            own.map((key) => dom.member(other, key)),
          ),
        ),
      );
      addOwn(constructor, 'fromRect', fromRect, Attribute.all);
    },
  };
}

export function newRect(dom: Dom, data = new RectData()): JSObject {
  return dom.newObject('DOMRect', data);
}

export function newRectReadOnly(dom: Dom, data = new RectData()): JSObject {
  return dom.newObject('DOMRectReadOnly', data);
}

export const geometryInterfaces: InterfaceTable = {
  DOMRectReadOnly: kindOfRect('DOMRectReadOnly', { members: [readOnlyMembers] }),
  DOMRect: kindOfRect('DOMRect', { parent: 'DOMRectReadOnly', members: [members] }),
};
