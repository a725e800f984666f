/**
 * What the engine's half of the page asks, beside the questions of questions.ts, and nothing that it may not ask. The page draws
 * text of the user's program, so it is not trusted: what it asks with is flat, and whole numbers only.
 */
import type {
  BytecodeView,
  CachesView,
  Cut,
  FrameStateView,
  PipelineView,
  ShapeDetails,
  ShapeNodeView,
  SyntaxNodeView,
  TiersView,
  TokenView,
  WasmModuleView,
} from './engine-views.ts';
import type { HeapGraphView, HeapObjectView, HeapView, MarkingView, RetainingPathView } from './heap-views.ts';

export interface Question<Asked, Answer> {
  readonly asked: Asked;
  readonly answer: Answer;
}

/** As questions.ts's `Moment`; `step` -1: the very moment of the event. */
export interface FlatMoment {
  readonly event: number;
  readonly step: number;
}

/** A function by its index in the log's table. */
interface OfFunction {
  readonly functionIndex: number;
}

export interface EngineQuestions {
  /** The stages in numbers, with the calls up to the event. */
  pipeline: Question<OfFunction & { readonly event: number }, { readonly pipeline: PipelineView | undefined }>;
  /** The modules of WebAssembly that there are at the moment. */
  wasmModules: Question<FlatMoment, { readonly modules: readonly WasmModuleView[] }>;
  tokens: Question<OfFunction, Cut<TokenView>>;
  syntaxTree: Question<OfFunction, Cut<SyntaxNodeView>>;
  bytecode: Question<OfFunction, { readonly bytecode: BytecodeView | undefined }>;
  /** `functionIndex` -1: of all functions. `nth` as in `frameState`. */
  caches: Question<OfFunction & FlatMoment & { readonly nth: number }, { readonly caches: CachesView | undefined }>;
  /** `nth`: of the function's frames on the stack, counted from the outermost. */
  frameState: Question<
    OfFunction & FlatMoment & { readonly nth: number },
    { readonly frame: FrameStateView | undefined }
  >;
  /** The moment one bytecode on (`direction` 1) or back (-1), as the debugger steps by instructions. */
  stepBytecode: Question<FlatMoment & { readonly direction: number }, FlatMoment>;
  /** The hidden classes of objects; with `all` 1 those of functions and prototypes, too. */
  shapes: Question<FlatMoment & { readonly all: number }, { readonly shapes: Cut<ShapeNodeView> | undefined }>;
  /** Two of them by their numbers, to be compared. */
  shapePair: Question<
    FlatMoment & { readonly first: number; readonly second: number },
    { readonly first: ShapeDetails | undefined; readonly second: ShapeDetails | undefined }
  >;
  /** What is in memory. */
  heap: Question<FlatMoment, { readonly heap: HeapView | undefined }>;
  /** Objects and their references, from the roots on. */
  references: Question<FlatMoment, { readonly graph: HeapGraphView | undefined }>;
  /** What keeps an object, by its serial number. With `marking` 1 also of those that nothing keeps there is something to tell. */
  retainingPath: Question<
    FlatMoment & { readonly serial: number; readonly marking: number },
    { readonly path: RetainingPathView | undefined; readonly object: HeapObjectView | undefined }
  >;
  /** How the heap is marked and swept: by the collection that the moment is, or by one at that moment. */
  marking: Question<FlatMoment, { readonly marking: MarkingView | undefined }>;
  /** Of all functions that were called, the highest first. */
  tiers: Question<FlatMoment, { readonly tiers: TiersView | undefined }>;
}

export type EngineQuestion = keyof EngineQuestions;
export type EngineAsked<Name extends EngineQuestion> = EngineQuestions[Name]['asked'];
export type EngineAnswer<Name extends EngineQuestion> = EngineQuestions[Name]['answer'];

export const engineQuestions = Object.keys({
  pipeline: true,
  wasmModules: true,
  tokens: true,
  syntaxTree: true,
  bytecode: true,
  frameState: true,
  caches: true,
  stepBytecode: true,
  tiers: true,
  shapes: true,
  shapePair: true,
  heap: true,
  references: true,
  retainingPath: true,
  marking: true,
} satisfies Record<EngineQuestion, true>) as EngineQuestion[];
