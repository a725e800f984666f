/** What keeps something in memory: the path in words, and the line of the text that it hangs on. */
import { type AnyNode, walk } from '../../engine/index.ts';
import type { KeepingPath, KeepingStep } from '../../recorder/evidence/memory-evidence.ts';
import type { AnalyzedProgram, CodeNode } from '../analyzed-program.ts';
import type { HazardEvidence } from '../evidence.ts';
import { inlineCode } from '../hover-text.ts';

/** As it is asked for: the name that it has there. */
export interface KeptPlace {
  /** Of the name's token. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/**
 * Where the text says that it stays: the property that holds it, where the text makes it in one place only, or else the
 * variable that the way to it begins with. Undefined where that is not in the main file.
 */
export function placeOf(program: AnalyzedProgram, { root, steps }: KeepingPath): KeptPlace | undefined {
  const places = program.once(namedPlaces, undefined);
  const isOwn =
    root === 'global' ||
    steps.some(({ functionEnd, start, kind }) => functionEnd >= 0 || start >= 0 || kind === 'export');
  if (!isOwn) return undefined;
  for (let index = named(steps).length - 1; index >= 0; index--) {
    const { kind, name, functionEnd } = steps[index]!;
    if (kind === 'property') {
      const made = places.properties.get(name) ?? [];
      if (made.length === 1) return made[0];
      // What a script declares by `var` is a property of the global object.
      const declared = root === 'global' && index === 1 ? places.variables.get(name) : undefined;
      const global = declared?.find((each) => each.functionEnd === program.root.end);
      if (global !== undefined) return global;
    } else if (kind === 'variable' || kind === 'export') {
      const declared = (places.variables.get(name) ?? []).filter(
        (each) => functionEnd < 0 || each.functionEnd === functionEnd,
      );
      if ((functionEnd >= 0 || kind === 'export') && declared.length > 0) return declared[0];
    }
  }
  return undefined;
}

/** `the interval started at line 12 → closure tick → rows.list`, in Markdown. */
export function pathText(
  program: AnalyzedProgram,
  evidence: HazardEvidence,
  { root, timer, steps }: KeepingPath,
): string {
  const parts = [rootText(program, evidence, root, timer)];
  for (const step of named(steps)) {
    const part = stepText(step);
    if (part === '') continue;
    const last = parts.length - 1;
    if (isMember(step) && last > 0 && parts[last]!.endsWith('`') && parts[last]!.startsWith('`'))
      parts[last] = `${parts[last]!.slice(0, -1)}${part.slice(1)}`;
    else parts.push(part);
  }
  return shortened(parts).join(' → ');
}

/** What is behind the host's own data has names that are not the program's. */
function named(steps: readonly KeepingStep[]): readonly KeepingStep[] {
  const inside = steps.findIndex(({ kind }, index) => index > 0 && kind === 'inside');
  return inside < 0 ? steps : steps.slice(0, inside);
}

const rootWords: Readonly<Record<KeepingPath['root'], string>> = {
  stack: 'a function that runs',
  frame: 'a function that runs',
  global: 'the global object',
  scriptContext: 'the script',
  builtins: 'the runtime',
  microtasks: 'a microtask that waits',
  job: 'the job that runs',
  keptAlive: 'a WeakRef',
  host: 'the event loop',
};

function rootText(
  program: AnalyzedProgram,
  { loop }: HazardEvidence,
  root: KeepingPath['root'],
  timer: number,
): string {
  const started = timer < 0 ? undefined : loop.timers.find(({ ids }) => ids.includes(timer));
  if (started !== undefined) {
    const where = started.position < 0 ? 'elsewhere' : `at line ${program.lineOf(started.position)}`;
    return `the ${started.kind} started ${where}`;
  }
  return rootWords[root];
}

function stepText({ kind, name, text, isFunction }: KeepingStep): string {
  switch (kind) {
    case 'variable':
    case 'export':
      return name.startsWith('.') ? '' : inlineCode(name);
    case 'property':
      return inlineCode(`.${name}`);
    case 'element':
      return inlineCode(`[${name}]`);
    case 'value':
    case 'key':
      return inlineCode(`[${name}]`);
    case 'closure':
    case 'outer':
    case 'slot':
      return '';
    case 'generator':
      return 'a suspended function';
    case 'promise':
      return 'a promise';
    default:
      return isFunction ? `closure ${text === '' ? '(anonymous)' : inlineCode(text)}` : '';
  }
}

/** What can be written behind what holds it. */
function isMember({ kind }: KeepingStep): boolean {
  return kind === 'property' || kind === 'element' || kind === 'value' || kind === 'key';
}

const mostParts = 7;

function shortened(parts: readonly string[]): readonly string[] {
  if (parts.length <= mostParts) return parts;
  return [...parts.slice(0, 3), '…', ...parts.slice(3 - mostParts + 1)];
}

// ---------------------------------------------------------------------------------------------------------------------

interface Declared extends KeptPlace {
  /** Where the function ends that declares it. */
  readonly functionEnd: number;
}

interface NamedPlaces {
  readonly variables: ReadonlyMap<string, readonly Declared[]>;
  /** Where properties of that name are made. */
  readonly properties: ReadonlyMap<string, readonly KeptPlace[]>;
}

/** Simplified: of two variables of one function that have the same name, in different blocks, the first counts. */
function namedPlaces(program: AnalyzedProgram): NamedPlaces {
  const variables = new Map<string, Declared[]>();
  const properties = new Map<string, KeptPlace[]>();
  const declare = (pattern: AnyNode | null | undefined, functionEnd: number): void => {
    if (!pattern) return;
    walk(pattern, (node) => {
      if (node.type === 'Identifier') add(variables, node.name, { ...rangeOf(node), name: node.name, functionEnd });
      return node.type !== 'MemberExpression' && !isExpressionOfPattern(node);
    });
  };
  const property = (key: AnyNode): void => {
    const name = program.textOf(key);
    const start = key.type === 'PrivateIdentifier' ? key.start + 1 : key.start;
    add(properties, name, { start, end: key.end, name });
  };
  walk(program.root, (node, parents) => {
    const functionEnd = parents.findLast(isCode)?.end ?? program.root.end;
    switch (node.type) {
      case 'VariableDeclarator':
        declare(node.id, functionEnd);
        break;
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        declare(node.id, functionEnd);
        break;
      case 'PropertyDefinition':
        if (!node.computed) property(node.key);
        break;
      case 'Property':
        if (!node.computed && parents.at(-1)?.type === 'ObjectExpression') property(node.key);
        break;
      case 'AssignmentExpression':
        if (node.left.type === 'MemberExpression' && !node.left.computed) property(node.left.property);
        else if (node.left.type === 'Identifier') property(node.left);
        break;
    }
    if (isCode(node) && node.type !== 'Program') for (const parameter of node.params) declare(parameter, node.end);
  });
  return { variables, properties };
}

/** Defaults in patterns declare nothing. */
function isExpressionOfPattern({ type }: AnyNode): boolean {
  return /Expression$|Literal$/.test(type);
}

function rangeOf({ start, end }: AnyNode): { readonly start: number; readonly end: number } {
  return { start, end };
}

function add<Place>(to: Map<string, Place[]>, name: string, place: Place): void {
  const known = to.get(name);
  if (known === undefined) to.set(name, [place]);
  else known.push(place);
}

function isCode(node: AnyNode): node is CodeNode {
  return node.type === 'Program' || /^(Function|Arrow)/.test(node.type);
}
