/** console.table. Node: lib/internal/cli_table.js and table() in lib/internal/console/constructor.js. */
import type { Isolate } from '../execution/isolate.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { listKeys } from '../objects/own-properties.ts';
import { JSSymbol, keyFromString, type Value } from '../objects/value.ts';
import { remainingEntries } from './collections.ts';
import { inspect, type InspectOptions } from './inspect.ts';
import { textWidth } from './inspect-layout.ts';

const iterationColumn = '(iteration index)';
const indexColumn = '(index)';
const keyColumn = 'Key';
const valuesColumn = 'Values';

/** The table's text; undefined where the value is no object. */
export function formatTable(
  isolate: Isolate,
  value: Value,
  columns: Value,
  options: InspectOptions = {},
): string | undefined {
  if (!(value instanceof JSObject) || value.hiddenClass.isCallable) return undefined;
  const show = (cell: Value): string =>
    inspect(isolate, cell, { depth: isLarge(cell) ? -1 : 0, maxArrayLength: 3, breakLength: Infinity, ...options });
  const { internal } = value;
  if (internal?.kind === 'collection') {
    const isMap = value.hiddenClass.instanceType === 'map';
    const entries = internal.entries.filter((entry) => entry !== undefined);
    const cells = entries.map((entry) => (isMap ? [show(entry.key), show(entry.value)] : [show(entry.key)]));
    return renderIterated(isMap ? [keyColumn, valuesColumn] : [valuesColumn], cells);
  }
  if (
    internal?.kind === 'iterator' &&
    (value.hiddenClass.instanceType === 'map iterator' || value.hiddenClass.instanceType === 'set iterator')
  ) {
    const isMap = value.hiddenClass.instanceType === 'map iterator';
    const entries = remainingEntries(internal);
    if (internal.mode === 'entries')
      return renderIterated(
        [keyColumn, valuesColumn],
        entries.map((entry) => [show(entry.key), show(isMap ? entry.value : entry.key)]),
      );
    return renderIterated(
      [valuesColumn],
      entries.map((entry) => [show(internal.mode === 'keys' || !isMap ? entry.key : entry.value)]),
    );
  }
  return tableOfRows(value, columns, show);
}

function renderIterated(names: readonly string[], rows: readonly (readonly string[])[]): string {
  return render(
    [iterationColumn, ...names],
    rows.map((row, index) => [String(index), ...row]),
  );
}

/** A cell with more than two properties is not gone into. */
function isLarge(value: Value): boolean {
  if (!(value instanceof JSObject) || value.hiddenClass.isCallable || value.hiddenClass.instanceType === 'array')
    return false;
  return stringKeys(value).length > 2;
}

function tableOfRows(table: JSObject, columns: Value, show: (cell: Value) => string): string {
  const fixed = columns instanceof JSObject ? elementsOf(columns).map(String) : undefined;
  const names: string[] = [...(fixed ?? [])];
  const rows: { index: string; cells: Map<string, string>; primitive: string | undefined }[] = [];
  let hasPrimitives = false;
  for (const index of stringKeys(table)) {
    const item = valueAt(table, index);
    const row = { index, cells: new Map<string, string>(), primitive: undefined as string | undefined };
    rows.push(row);
    if (!(item instanceof JSObject)) {
      if (fixed !== undefined) continue;
      hasPrimitives = true;
      row.primitive = show(item);
      continue;
    }
    if (item.hiddenClass.isCallable && fixed === undefined) continue;
    for (const key of fixed ?? stringKeys(item)) {
      if (!names.includes(key)) names.push(key);
      if (hasOwn(item, key)) row.cells.set(key, show(valueAt(item, key)));
    }
  }
  const head = [indexColumn, ...names, ...(hasPrimitives ? [valuesColumn] : [])];
  const body = rows.map((row) => [
    row.index,
    ...names.map((name) => row.cells.get(name) ?? ''),
    ...(hasPrimitives ? [row.primitive ?? ''] : []),
  ]);
  return render(head, body);
}

function elementsOf(list: JSObject): Value[] {
  return stringKeys(list).map((key) => valueAt(list, key));
}

function stringKeys(object: JSObject): string[] {
  const found = new PropertyLookup();
  return listKeys(object)
    .filter((key) => !(key instanceof JSSymbol) && lookupOwn(found, object, key) && found.isEnumerable)
    .map(String);
}

function hasOwn(object: JSObject, key: string): boolean {
  return lookupOwn(new PropertyLookup(), object, keyFromString(key));
}

function valueAt(object: JSObject, key: string): Value {
  const found = new PropertyLookup();
  return lookupOwn(found, object, keyFromString(key)) && !found.isAccessor ? (found.value as Value) : undefined;
}

function render(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map(
    (name, column) => Math.max(textWidth(name), ...rows.map((row) => textWidth(row[column] ?? ''))) + 2,
  );
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
  const line = (cells: readonly string[]): string =>
    `│${widths.map((width, column) => ` ${cells[column] ?? ''}${' '.repeat(width - textWidth(cells[column] ?? '') - 1)}`).join('│')}│`;
  return [rule('┌', '┬', '┐'), line(head), rule('├', '┼', '┤'), ...rows.map(line), rule('└', '┴', '┘')].join('\n');
}
