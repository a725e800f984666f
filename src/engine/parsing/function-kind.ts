/** Kinds of functions. V8: src/objects/function-kind.h. */

/** V8: FunctionKind, without the forms that differ only for the parser. */
export type FunctionKind =
  | 'normal'
  | 'arrow'
  | 'method'
  | 'getter'
  | 'setter'
  | 'baseConstructor'
  | 'derivedConstructor'
  | 'defaultBaseConstructor'
  | 'defaultDerivedConstructor'
  | 'classMembersInitializer'
  | 'classStaticInitializer'
  | 'generator'
  | 'generatorMethod'
  | 'async'
  | 'asyncArrow'
  | 'asyncMethod'
  | 'asyncGenerator'
  | 'asyncGeneratorMethod'
  | 'script'
  | 'module'
  | 'moduleWithTopLevelAwait'
  | 'eval';

/** Facts about kinds, in one place. */
export function isGeneratorKind(kind: FunctionKind): boolean {
  return kind === 'generator' || kind === 'generatorMethod' || isAsyncGeneratorKind(kind);
}

export function isAsyncGeneratorKind(kind: FunctionKind): boolean {
  return kind === 'asyncGenerator' || kind === 'asyncGeneratorMethod';
}

export function isAsyncFunctionKind(kind: FunctionKind): boolean {
  return kind === 'async' || kind === 'asyncArrow' || kind === 'asyncMethod' || kind === 'moduleWithTopLevelAwait';
}

export function isModuleKind(kind: FunctionKind): boolean {
  return kind === 'module' || kind === 'moduleWithTopLevelAwait';
}

/** Functions whose frames leave the stack and come back. */
export function isResumableKind(kind: FunctionKind): boolean {
  return isGeneratorKind(kind) || isAsyncFunctionKind(kind) || isModuleKind(kind);
}

export function isArrowKind(kind: FunctionKind): boolean {
  return kind === 'arrow' || kind === 'asyncArrow';
}

export function isClassConstructorKind(kind: FunctionKind): boolean {
  return (
    kind === 'baseConstructor' ||
    kind === 'derivedConstructor' ||
    kind === 'defaultBaseConstructor' ||
    kind === 'defaultDerivedConstructor'
  );
}

export function isDerivedConstructorKind(kind: FunctionKind): boolean {
  return kind === 'derivedConstructor' || kind === 'defaultDerivedConstructor';
}

/** Has [[Construct]]. */
export function isConstructorKind(kind: FunctionKind): boolean {
  return kind === 'normal' || isClassConstructorKind(kind);
}
