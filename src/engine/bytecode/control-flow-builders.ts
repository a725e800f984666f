/**
 * Labels and jumps of control structures. V8: src/interpreter/control-flow-builders.cc.
 * Simplified: plain functions and small classes; C++ destructors are explicit `end` calls.
 */
import type { BytecodeArrayBuilder } from './bytecode-array-builder.ts';
import { BytecodeLabel, BytecodeLabels, BytecodeLoopHeader } from './bytecode-label.ts';
import type { GeneratorState } from './generator-state.ts';

/** V8: FeedbackVector::kMaxOsrUrgency - 1. */
const maxLoopDepth = 5;

/** Something that `break` leaves: a labelled block or a switch. */
export class BreakableBuilder {
  readonly builder: BytecodeArrayBuilder;
  readonly breakLabels = new BytecodeLabels();

  constructor(builder: BytecodeArrayBuilder) {
    this.builder = builder;
  }

  break(): void {
    this.builder.jump(this.breakLabels.create());
  }

  breakIfTrue(isBoolean: boolean): void {
    this.builder.jumpIfTrue(isBoolean, this.breakLabels.create());
  }

  end(): void {
    this.breakLabels.bind(this.builder);
  }
}

export class LoopBuilder extends BreakableBuilder {
  readonly continueLabels = new BytecodeLabels();
  readonly header = new BytecodeLoopHeader();
  readonly loopEnd = new BytecodeLabels();
  private readonly position: number | undefined;

  constructor(builder: BytecodeArrayBuilder, position: number | undefined) {
    super(builder);
    this.position = position;
  }

  continue(): void {
    this.builder.jump(this.continueLabels.create());
  }

  bindContinueTarget(): void {
    this.continueLabels.bind(this.builder);
  }

  /** Runs `visit` as the loop, from its header to the jump back. V8: LoopScope. */
  loop(state: GeneratorState, visit: () => void): void {
    this.builder.bindLoopHeader(this.header);
    const outer = state.loop;
    state.loop = this;
    state.loopDepth += 1;
    visit();
    state.loopDepth -= 1;
    state.loop = outer;
    this.jumpToHeader(state.loopDepth, outer);
  }

  /** Loops with a common header have only one jump to it: the outermost one's. */
  private jumpToHeader(depth: number, outer: LoopBuilder | undefined): void {
    this.loopEnd.bind(this.builder);
    if (outer !== undefined && outer.header.offset === this.header.offset) {
      this.builder.jump(outer.loopEnd.create());
      return;
    }
    const slot = this.builder.feedback.add('JumpLoop');
    this.builder.jumpLoop(this.header, Math.min(depth, maxLoopDepth), this.position, slot);
  }
}

/** if-else and the conditional operator. */
export class ConditionalBuilder {
  readonly thenLabels = new BytecodeLabels();
  readonly elseLabels = new BytecodeLabels();
  private readonly endLabels = new BytecodeLabels();
  private readonly builder: BytecodeArrayBuilder;

  constructor(builder: BytecodeArrayBuilder) {
    this.builder = builder;
  }

  then(): void {
    this.thenLabels.bind(this.builder);
  }

  jumpToEnd(): void {
    this.builder.jump(this.endLabels.create());
  }

  else(): void {
    this.elseLabels.bind(this.builder);
  }

  /** V8 binds the end before an else part that nobody wrote. */
  end(hasElse: boolean): void {
    if (!hasElse) this.elseLabels.bind(this.builder);
    this.endLabels.bind(this.builder);
  }
}

/** One label per statement of a `switch`'s comparisons. */
export class SwitchLabels {
  readonly cases: BytecodeLabel[] = [];
  readonly default = new BytecodeLabels();
  readonly fallThrough = new BytecodeLabels();
}
