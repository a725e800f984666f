/**
 * The stages that the text of a function passes through, as the engine of the recorded run made them: tokens, syntax tree,
 * bytecode. Nothing here depends on a moment. V8: src/parsing/scanner.h, src/ast/ast.h, src/interpreter/.
 */
import {
  bytecodes,
  type FlatNode,
  flatTree,
  type Listing,
  listingOf,
  registerVariables,
  type Script,
  type SharedFunctionInfo,
  type SourceToken,
  tokenize,
} from '../../engine/index.ts';
import type { BytecodeView, Cut, OpcodeInfo, PipelineView } from '../../protocol/engine-views.ts';
import { CallFlag, eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { RecordedRun } from '../recorded-run.ts';

/** Of a list so much is sent to be looked at. */
const maxItems = 20_000;

export class FunctionStages {
  private readonly run: RecordedRun;
  private readonly tokensOfScripts = new Map<Script, readonly SourceToken[]>();
  private readonly trees = new Map<SharedFunctionInfo, readonly FlatNode[]>();
  private readonly listings = new Map<SharedFunctionInfo, Listing>();

  constructor(run: RecordedRun) {
    this.run = run;
  }

  /** In numbers, with the calls up to an event. */
  pipeline(functionIndex: number, event: number): PipelineView | undefined {
    const { log } = this.run;
    const shared = this.functionAt(functionIndex);
    const info = log.functions[functionIndex];
    if (shared?.bytecode === undefined || info === undefined) return undefined;
    const { bytecode } = shared;
    const listing = this.listing(shared);
    const isBuiltin = info.kind === 'builtin';
    return {
      functionIndex,
      script: isBuiltin ? -1 : info.script,
      start: info.start,
      end: info.end,
      tokens: this.tokens(functionIndex).total,
      nodes: isBuiltin ? 0 : this.tree(shared).length,
      instructions: listing.instructions.length,
      bytes: bytecode.length,
      parameters: bytecode.parameterCount,
      registers: bytecode.registerCount,
      feedbackSlots: bytecode.feedbackSlots.filter((kind) => kind !== 'Second').length,
      constants: bytecode.constants.length,
      handlers: bytecode.handlers.length,
      ...countCalls(log, functionIndex, event),
    };
  }

  /** Those of functions inside are among them: V8 reads over them, too. */
  tokens(functionIndex: number): Cut<SourceToken> {
    const shared = this.functionAt(functionIndex);
    if (shared === undefined || shared.script.kind === 'builtin') return cut([]);
    const { script, start, end } = shared;
    let all = this.tokensOfScripts.get(script);
    if (all === undefined) this.tokensOfScripts.set(script, (all = tokenize(script.source, script.language)));
    return cut(all.filter((token) => token.start >= start && token.end <= end));
  }

  syntaxTree(functionIndex: number): Cut<FlatNode> {
    const shared = this.functionAt(functionIndex);
    return cut(shared === undefined || shared.script.kind === 'builtin' ? [] : this.tree(shared));
  }

  bytecode(functionIndex: number): BytecodeView | undefined {
    const shared = this.functionAt(functionIndex);
    if (shared?.bytecode === undefined) return undefined;
    const { bytecode } = shared;
    const { instructions, constants, handlers } = this.listing(shared);
    const isBuiltin = shared.script.kind === 'builtin';
    const opcodes: Record<string, OpcodeInfo> = {};
    for (const { name } of instructions) {
      const { doc, accumulator, category } = bytecodes[name];
      opcodes[name] ??= { doc, accumulator, category };
    }
    const shown = instructions.slice(0, maxItems).map(({ byteOffset, target, position, ...instruction }) => ({
      ...instruction,
      offset: byteOffset,
      position: isBuiltin ? -1 : position,
      ...(target === undefined ? {} : { target }),
    }));
    return {
      functionIndex,
      instructions: { items: shown, total: instructions.length },
      opcodes,
      bytes: bytecode.length,
      frameBytes: bytecode.registerCount * 8,
      registers: registerVariables(shared, bytecode).map(({ name, variable }) => ({ name, variable })),
      constants: cut(constants),
      slots: bytecode.feedbackSlots.map((kind) => (kind === 'Second' ? '' : kind)),
      handlers,
    };
  }

  listingOf(shared: SharedFunctionInfo): Listing {
    // A replay compiles for itself, and to the same.
    const recorded = this.functionAt(this.run.simulation.recorder?.functionIndex(shared) ?? -1);
    return this.listing(recorded ?? shared);
  }

  private functionAt(functionIndex: number): SharedFunctionInfo | undefined {
    return this.run.simulation.recorder?.functions[functionIndex];
  }

  private tree(shared: SharedFunctionInfo): readonly FlatNode[] {
    let tree = this.trees.get(shared);
    if (tree === undefined) this.trees.set(shared, (tree = flatTree(shared.literal, shared.script.source)));
    return tree;
  }

  private listing(shared: SharedFunctionInfo): Listing {
    let listing = this.listings.get(shared);
    if (listing === undefined) this.listings.set(shared, (listing = listingOf(shared.bytecode!)));
    return listing;
  }
}

function cut<Item>(items: readonly Item[]): Cut<Item> {
  return { items: items.slice(0, maxItems), total: items.length };
}

function countCalls(
  { type, a, b }: LogChunk,
  functionIndex: number,
  event: number,
): Pick<PipelineView, 'calls' | 'allCalls'> {
  let calls = 0;
  let allCalls = 0;
  for (let index = 0; index < type.length; index++) {
    if (type[index] !== eventTypeIds.call || a[index] !== functionIndex || (b[index]! & CallFlag.resume) !== 0)
      continue;
    allCalls++;
    if (index <= event) calls++;
  }
  return { calls, allCalls };
}
