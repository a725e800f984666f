/** JSON whose values know where they stand, so that what is wrong with one can be said with its line and column. RFC 8259. */
export type JsonNode = { readonly start: number } & (
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, JsonMember> }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
);

export interface JsonMember {
  /** Where its key stands. */
  readonly start: number;
  readonly value: JsonNode;
}

export class JsonProblem extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Throws a JsonProblem. */
export function parsePositionedJson(text: string): JsonNode {
  const reader: Reader = { text, at: 0, depth: 0 };
  const value = readValue(reader);
  skipSpace(reader);
  if (reader.at < text.length) throw new JsonProblem('nothing may follow the value', reader.at);
  return value;
}

/** What the text would be without positions. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries([...node.members].map(([key, { value }]) => [key, plainValue(value)]));
    case 'array':
      return node.items.map(plainValue);
    case 'null':
      return null;
    default:
      return node.value;
  }
}

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
}

const deepest = 500;

function readValue(reader: Reader): JsonNode {
  skipSpace(reader);
  const { text, at: start } = reader;
  const first = text[start];
  if (first === '{' || first === '[') {
    if (++reader.depth > deepest) throw new JsonProblem('too deeply nested', start);
    const node = first === '{' ? readObject(reader) : readArray(reader);
    reader.depth--;
    return node;
  }
  if (first === '"') return { kind: 'string', start, value: readString(reader) };
  const word = /[^\s,:{}[\]"]*/y;
  word.lastIndex = start;
  const found = word.exec(text)?.[0] ?? '';
  reader.at = start + found.length;
  if (found === 'true' || found === 'false') return { kind: 'boolean', start, value: found === 'true' };
  if (found === 'null') return { kind: 'null', start };
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(found))
    return { kind: 'number', start, value: Number(found) };
  throw new JsonProblem(start >= text.length ? 'the text ends too early' : 'a value is expected here', start);
}

function readObject(reader: Reader): JsonNode {
  const start = reader.at++;
  const members = new Map<string, JsonMember>();
  for (let isFirst = true; ; isFirst = false) {
    skipSpace(reader);
    if (isFirst && take(reader, '}')) break;
    const keyStart = reader.at;
    if (reader.text[keyStart] !== '"') throw new JsonProblem('a key in double quotes is expected here', keyStart);
    const key = readString(reader);
    skipSpace(reader);
    if (!take(reader, ':')) throw new JsonProblem('a colon is expected here', reader.at);
    members.set(key, { start: keyStart, value: readValue(reader) });
    skipSpace(reader);
    if (take(reader, '}')) break;
    if (!take(reader, ',')) throw new JsonProblem('a comma or } is expected here', reader.at);
  }
  return { kind: 'object', start, members };
}

function readArray(reader: Reader): JsonNode {
  const start = reader.at++;
  const items: JsonNode[] = [];
  for (let isFirst = true; ; isFirst = false) {
    skipSpace(reader);
    if (isFirst && take(reader, ']')) break;
    items.push(readValue(reader));
    skipSpace(reader);
    if (take(reader, ']')) break;
    if (!take(reader, ',')) throw new JsonProblem('a comma or ] is expected here', reader.at);
  }
  return { kind: 'array', start, items };
}

function readString(reader: Reader): string {
  const { text, at: start } = reader;
  let end = start + 1;
  while (end < text.length && text[end] !== '"' && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
  if (text[end] !== '"') throw new JsonProblem('this string does not end', start);
  reader.at = end + 1;
  try {
    return JSON.parse(text.slice(start, end + 1)) as string;
  } catch {
    throw new JsonProblem('this string has an escape or a character that JSON does not know', start);
  }
}

function skipSpace(reader: Reader): void {
  while (/[ \t\n\r]/.test(reader.text[reader.at] ?? '')) reader.at++;
}

function take(reader: Reader, character: string): boolean {
  const isThere = reader.text[reader.at] === character;
  if (isThere) reader.at++;
  return isThere;
}
