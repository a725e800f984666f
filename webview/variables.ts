/**
 * The variables of a frame as rows of the call stack's tree: in groups, and objects
 * opened as far as the user has opened them. What Node's wrapper puts around a module is not the user's own: it comes last
 * and folded.
 */
import type { FrameView, VariableView } from '../src/protocol/moment.ts';

/** The groups, and whether each is open until the user says otherwise. */
const groups = {
  arguments: { isOpen: true, hint: 'What the function was called with, as it is now' },
  locals: { isOpen: true, hint: 'Variables that are declared in this function, and in its blocks that run now' },
  functions: { isOpen: false, hint: 'Functions that are declared here: they seldom change' },
  'module scope': {
    isOpen: false,
    hint: 'What Node hands to every file: the parameters of the function it wraps it in',
  },
} as const;

export type GroupName = keyof typeof groups;

export interface GroupRow {
  readonly kind: 'group';
  readonly name: GroupName;
  readonly hint: string;
  readonly open: boolean;
}

export interface VariableRow {
  readonly kind: 'variable';
  readonly view: VariableView;
  /** Names instead of places, which stay the same from moment to moment: the frame, the group, the variable, its members. */
  readonly names: NamePath;
  /** 0 for a variable beside the groups, 1 inside one, 2 for a member of that. */
  readonly depth: number;
  readonly open: boolean;
  readonly childrenMissing: boolean;
  /** From an earlier moment of the same frame: shown until the answer for this one is here. */
  readonly old: boolean;
  readonly changed: boolean;
}

export type NamePath = readonly (string | number)[];

interface Options {
  readonly old: boolean;
  /** The frame is the file itself as a CommonJS module: its arguments are Node's. */
  readonly isModule: boolean;
  /** The same function's frame at the moment that was looked at before. */
  readonly before: FrameView | undefined;
  /** Groups that the user opened or closed against what they are by themselves. */
  readonly toggledGroups: ReadonlySet<string>;
  readonly isOpen: (names: NamePath) => boolean;
  readonly childrenOf: (path: VariableView['path']) => readonly VariableView[] | undefined;
}

export function variableRows(frame: FrameView, at: number, options: Options): (GroupRow | VariableRow)[] {
  const { isModule, before } = options;
  const rows: (GroupRow | VariableRow)[] = [];
  const variables = variablesOf(frame);
  const self = variables.get('this');
  variables.delete('this');
  const earlier = before === undefined ? undefined : variablesOf(before);
  const all = [...variables.values()];
  const parameters = all.filter(({ isParameter }) => isParameter);
  const locals = all.filter(({ isParameter }) => !isParameter);
  const addThis = (depth: number): void => {
    if (self !== undefined) add(self, [at, 'this'], depth, undefined);
  };
  const addArguments = (): void => {
    for (const view of parameters) add(view, [at, 'arguments', view.name], 1, earlier?.get(view.name));
  };
  if (parameters.length > 0 && !isModule && addGroup('arguments')) addArguments();
  const isFunction = ({ type }: VariableView): boolean => type === 'function';
  addLocals(
    'locals',
    locals.filter((view) => !isFunction(view)),
  );
  addLocals('functions', locals.filter(isFunction));
  if (!isModule) addThis(0);
  else if (addGroup('module scope')) {
    addArguments();
    addThis(1);
  }
  return rows;

  function addLocals(name: GroupName, views: readonly VariableView[]): void {
    if (views.length > 0 && addGroup(name))
      for (const view of views) add(view, [at, 'locals', view.name], 1, earlier?.get(view.name));
  }

  function addGroup(name: GroupName): boolean {
    const { isOpen, hint } = groups[name];
    const open = isOpen !== options.toggledGroups.has(name);
    rows.push({ kind: 'group', name, hint, open });
    return open;
  }

  function add(given: VariableView, names: NamePath, depth: number, known: VariableView | undefined): void {
    // To open a getter is to run it: that is for the debugger, where nobody opens it again with each step.
    const view = given.type === 'accessor' ? { ...given, expandable: false } : given;
    const open = view.expandable && options.isOpen(names);
    const children = open ? options.childrenOf(view.path) : undefined;
    rows.push({
      kind: 'variable',
      view,
      names,
      depth,
      open,
      childrenMissing: open && children === undefined,
      old: options.old,
      changed: known !== undefined && known.value !== view.value,
    });
    for (const child of children ?? []) add(child, [...names, child.name], depth + 1, undefined);
  }
}

/** By name; inner scopes hide what is outside. */
function variablesOf(frame: FrameView): Map<string, VariableView> {
  const all = frame.scopes.toReversed().flatMap(({ variables }) => variables);
  return new Map(all.map((view) => [view.name, view]));
}
