/**
 * --trace-opt, --trace-deopt and --log-deopt: who is marked and compiled for an optimising tier, and who leaves its code.
 * V8: src/diagnostics/compilation-statistics.cc, OptimizedCompilationJob, Deoptimizer::TraceDeoptBegin, LogCodeDeoptEvent.
 *
 * Simplified: no times of compilations, no sizes and addresses of machine code: there is none.
 */
import {
  type Deoptimization,
  deoptimizeKinds,
  deoptimizationText,
  fakeAddress,
  type FunctionTiering,
  functionDebugName,
  type Isolate,
  lineAndColumn,
  type OptimizedCode,
  type OptimizingTier,
  type SharedFunctionInfo,
  type TieringObserver,
  type V8Flags,
} from '../../engine/index.ts';
import type { TraceOutput } from './tracer.ts';

export class TierTrace implements TieringObserver {
  private readonly isolate: Isolate;
  private readonly flags: V8Flags;
  private readonly output: TraceOutput;
  /** V8: OptimizedCompilationInfo::optimization_id. */
  private readonly optimizationIds = new Map<OptimizedCode, number>();

  constructor(isolate: Isolate, flags: V8Flags, output: TraceOutput) {
    this.isolate = isolate;
    this.flags = flags;
    this.output = output;
  }

  created(): void {}
  baselineCompiled(): void {}

  marked({ shared, markedAs }: FunctionTiering, target: OptimizingTier, isManual: boolean): void {
    if (!this.flags['trace-opt']) return;
    const how = `for optimization to ${this.codeKind(target)}, ConcurrencyMode::`;
    this.print(
      isManual
        ? `[manually marking ${functionText(shared)} ${how}kSynchronous]`
        : `[marking ${functionText(shared)} ${how}kConcurrent, reason: ${markedAs}]`,
    );
  }

  compiled({ shared }: FunctionTiering, code: OptimizedCode): void {
    this.optimizationIds.set(code, this.optimizationIds.size);
    if (!this.flags['trace-opt']) return;
    const what = `${functionText(shared)} (target ${this.codeKind(code.tier)})${code.osrLoop < 0 ? '' : ' OSR'}`;
    this.print(`[compiling method ${what}, mode: ConcurrencyMode::kSynchronous]`);
    this.print(`[completed compiling ${what}]`);
  }

  deoptimized({ shared }: FunctionTiering, deoptimization: Deoptimization): void {
    const { kind, code } = deoptimization;
    const words = deoptimizationText(deoptimization, this.isolate.profile);
    const codeText = `${fakeAddress(shared, 'code')} <Code ${this.codeKind(code.tier)}>`;
    const id = this.optimizationIds.get(code) ?? 0;
    if (kind === 'dependency') {
      if (this.flags['trace-deopt']) {
        const name = functionDebugName(shared);
        const sharedText = `${fakeAddress(shared)} <SharedFunctionInfo${name === '' ? '' : ` ${name}`}>`;
        this.print(
          `[marking dependent code ${codeText} (${sharedText}) (opt id ${id}) for deoptimization, reason: ${words}]`,
        );
      }
    } else if (this.flags['trace-deopt'] || this.flags['log-deopt'])
      this.print(
        `[bailout (kind: ${deoptimizeKinds[kind]}, reason: ${words}): begin. deoptimizing ${functionText(shared)}, ${codeText}, opt id ${id}]`,
      );
    if (this.flags['log-deopt']) this.output.log(this.deoptLine(deoptimization));
  }

  private deoptLine(deoptimization: Deoptimization): string {
    const { kind, sites } = deoptimization;
    const places = sites.map(({ shared, offset }) => {
      const { line, column } = lineAndColumn(shared.script, offset);
      return `<${shared.script.name}:${line}:${column}>`;
    });
    // The number of what was inlined is that of machine code; -1 is the function itself.
    const inlined = sites.length > 1 ? 0 : -1;
    return `code-deopt,${this.isolate.steps},0,0x0,${inlined},${sites[0]?.offset ?? -1},${deoptimizeKinds[kind]},${places.join(' inlined at ')},${deoptimizationText(deoptimization, this.isolate.profile)}`;
  }

  /** V8: CodeKindToString. */
  private codeKind(tier: OptimizingTier): string {
    return tier === 'maglev' ? 'MAGLEV' : this.isolate.profile.turbofanCodeKind;
  }

  private print(line: string): void {
    this.output.print(`${line}\n`);
  }
}

/** V8: ShortPrint of a JSFunction. */
function functionText(shared: SharedFunctionInfo): string {
  const { name } = shared;
  return `${fakeAddress(shared, 'closure')} <JSFunction ${name === '' ? '' : `${name} `}(sfi = ${fakeAddress(shared).replace(/^0x0+/, '0x')})>`;
}
