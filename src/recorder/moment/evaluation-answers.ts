/** Scopes, values and expressions of a moment. DAP: scopes, variables, evaluate, completions. */
import type { Isolate, Realm, Value } from '../../engine/index.ts';
import {
  type Answer,
  type Answers,
  type Asked,
  type ChildView,
  evaluated,
  type Moment,
  type ScopeView,
  type ValuePath,
} from '../../protocol/questions.ts';
import { childView } from './child-view.ts';
import { completionsOf } from './completions.ts';
import { evaluateAside, getAside } from './expressions.ts';
import type { StandingRun } from './inspection.ts';
import { contentsOf } from './object-contents.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { type ScopeNode, scopeNodes } from './scope-nodes.ts';
import { type Contents, noContents, textNode, type ValueNode } from './value-nodes.ts';

/** So many results of expressions can be opened at one moment. */
const keptEvaluations = 100;
/** So many children are in one answer; who wants more of a typed array's millions asks for them in pages. */
const mostChildren = 100_000;

export function evaluationAnswers(run: RecordedRun): Pick<Answers, 'scopes' | 'children' | 'evaluate' | 'completions'> {
  const values = new MomentValues(run);
  return {
    scopes: ({ moment, frame }) => ({ scopes: values.at(moment).scopes(frame) }),
    children: (asked) => values.at(asked.moment).children(asked),
    evaluate: ({ moment, frame, expression }) => values.at(moment).evaluate(frame, expression),
    completions: ({ moment, frame, text }) => {
      const at = values.at(moment);
      const read = (expression: string): Value => at.read(frame, expression);
      return { completions: completionsOf(at.scopeNodes(frame), text, at.realm, read) };
    },
  };
}

interface Evaluated {
  readonly node: ValueNode;
  readonly isolate: Isolate;
  /** Of one that only read: how it is had from another copy. */
  readonly again: { readonly frame: number; readonly expression: string } | undefined;
}

/** What has been asked about one moment. */
class MomentValues {
  private readonly run: RecordedRun;
  private moment: Moment = { event: -1 };
  private readonly scopesByFrame = new Map<number, readonly ScopeNode[]>();
  private scopesOf: StandingRun | undefined;
  /** By number. Their values are those of the copies that they ran on. */
  private readonly evaluations = new Map<number, Evaluated>();
  /** Copies that somebody has changed. */
  private readonly changed = new WeakSet<Isolate>();
  private nextEvaluation = 0;
  /** What getters gave, by path. */
  private readonly got = new Map<string, ValueNode>();

  constructor(run: RecordedRun) {
    this.run = run;
  }

  at(moment: Moment): this {
    if (moment.event === this.moment.event && moment.step === this.moment.step) return this;
    this.moment = moment;
    this.evaluations.clear();
    this.got.clear();
    this.scopesByFrame.clear();
    return this;
  }

  private get standing(): StandingRun | undefined {
    return this.run.at(this.moment).standing;
  }

  get realm(): Realm | undefined {
    return this.standing?.isolate.mainRealm;
  }

  scopeNodes(frame: number): readonly ScopeNode[] {
    const { standing } = this;
    if (standing === undefined) return [];
    if (standing !== this.scopesOf) this.scopesByFrame.clear();
    this.scopesOf = standing;
    let nodes = this.scopesByFrame.get(frame);
    if (nodes === undefined) this.scopesByFrame.set(frame, (nodes = scopeNodes(standing, frame)));
    return nodes;
  }

  scopes(frame: number): ScopeView[] {
    return this.scopeNodes(frame).map(({ name, kind, range, isExpensive }, index) => ({
      name,
      kind,
      path: [frame, index],
      ...range,
      isExpensive: isExpensive === true,
    }));
  }

  children({ path, filter, start = 0, count: wanted = mostChildren }: Asked<'children'>): Answer<'children'> {
    const count = Math.min(wanted, mostChildren);
    const contents = this.contentsAt(path);
    const views: ChildView[] = [];
    const add = (node: ValueNode | undefined, index: number): void => {
      if (node !== undefined) views.push(this.view(node, [...path, index]));
    };
    const { indexedCount } = contents;
    if (filter !== 'named') {
      const end = Math.min(indexedCount, start + count);
      for (let index = start; index < end; index++) add(contents.indexed(index), index);
    }
    if (filter === 'indexed') return { children: views, total: indexedCount };
    const named = contents.named();
    // Without a filter the named ones follow the numbered ones.
    const skipped = filter === 'named' ? start : Math.max(start - indexedCount, 0);
    const left = filter === 'named' ? count : start + count - Math.max(start, indexedCount);
    named.slice(skipped, skipped + Math.max(left, 0)).forEach((node, at) => add(node, indexedCount + skipped + at));
    return { children: views, total: named.length + (filter === 'named' ? 0 : indexedCount) };
  }

  evaluate(frame: number, expression: string): Answer<'evaluate'> {
    const { standing } = this;
    if (standing === undefined) return { problem: 'The run never comes to this moment.' };
    const done = evaluateAside(standing, frame, expression);
    const isPure = done.kind === 'result' && done.result.isPure;
    if (!isPure) this.useUp(standing.isolate);
    if (done.kind === 'problem') return { problem: done.message };
    const { result, console } = done;
    const id = this.nextEvaluation++;
    const evaluateName = /^[\w$.[\]'"]+$/u.test(expression) ? expression : `(${expression})`;
    const node = { name: expression, value: result.value, evaluateName };
    this.evaluations.set(id, { node, isolate: standing.isolate, again: isPure ? { frame, expression } : undefined });
    if (this.evaluations.size > keptEvaluations) this.evaluations.delete(id - keptEvaluations);
    const isError = result.kind === 'exception';
    return { evaluation: { value: this.view(node, [evaluated, id]), isError, console } };
  }

  /** What an expression gives if it only reads. */
  read(frame: number, expression: string): Value {
    const { standing } = this;
    if (standing === undefined) return undefined;
    const done = evaluateAside(standing, frame, expression);
    if (done.kind === 'result' && done.result.isPure)
      return done.result.kind === 'value' ? done.result.value : undefined;
    this.useUp(standing.isolate);
    return undefined;
  }

  private useUp(isolate: Isolate): void {
    this.changed.add(isolate);
    this.run.useUp();
    this.scopesByFrame.clear();
  }

  // -------------------------------------------------------------------------------------------------------------------

  private nodeAt(path: ValuePath): ValueNode | undefined {
    const [first, second] = path;
    if (first === undefined || second === undefined) return undefined;
    let node: ValueNode | undefined =
      first === evaluated ? this.evaluatedAs(second)?.node : this.scopeNodes(first)[second];
    for (let depth = 2; depth < path.length && node !== undefined; depth++) {
      const index = path[depth]!;
      if (node.accessor === undefined) node = childAt(contentsOf(node), index);
      else node = this.gotten(path.slice(0, depth), node);
    }
    return node;
  }

  /** What an expression gave; if its copy has been changed since, what it gives on another. */
  private evaluatedAs(id: number): Evaluated | undefined {
    const known = this.evaluations.get(id);
    const { standing } = this;
    if (known?.again === undefined || !this.changed.has(known.isolate) || standing === undefined) return known;
    const done = evaluateAside(standing, known.again.frame, known.again.expression);
    if (done.kind === 'problem') return known;
    const fresh = { ...known, node: { ...known.node, value: done.result.value }, isolate: standing.isolate };
    this.evaluations.set(id, fresh);
    return fresh;
  }

  private contentsAt(path: ValuePath): Contents {
    const node = this.nodeAt(path);
    if (node === undefined) return noContents;
    if (node.accessor?.getter === undefined) return contentsOf(node);
    const value = this.gotten(path, node);
    return { ...noContents, named: () => [value] };
  }

  /** Runs a getter, once for each moment. */
  private gotten(path: ValuePath, node: ValueNode): ValueNode {
    const key = path.join();
    let known = this.got.get(key);
    if (known === undefined) {
      known = this.get(path, node);
      this.got.set(key, known);
    }
    return known;
  }

  private get(path: ValuePath, { name, accessor, evaluateName }: ValueNode): ValueNode {
    const isolate = path[0] === evaluated ? this.evaluatedAs(path[1]!)?.isolate : this.standing?.isolate;
    const { getter, receiver } = accessor!;
    if (isolate === undefined || getter === undefined) return textNode(name, '<value unavailable>');
    const done = getAside(isolate, getter, receiver);
    this.useUp(isolate);
    if (done.kind === 'problem') return textNode(name, done.message);
    const { kind, value } = done.result;
    const named = { value, ...(evaluateName === undefined ? {} : { evaluateName }), isReadOnly: true };
    return { ...named, name: kind === 'exception' ? `${name} throws` : name };
  }

  private view(node: ValueNode, path: ValuePath): ChildView {
    return childView(node, path, (script) => this.run.simulation.recorder!.indexOfScript(script));
  }
}

function childAt(contents: Contents, index: number): ValueNode | undefined {
  const { indexedCount } = contents;
  return index < indexedCount ? contents.indexed(index) : contents.named()[index - indexedCount];
}
