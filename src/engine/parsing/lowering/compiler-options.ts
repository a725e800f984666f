/** What a project's tsconfig.json says that changes what a program does. TypeScript: CompilerOptions in src/compiler/types.ts. */
import type { JsxOptions } from './jsx-settings.ts';

export interface CompilerOptions {
  /** What JSX calls, where the file does not say it itself. */
  readonly jsx?: JsxOptions;
  /** Decorators are those of TypeScript before ECMAScript had any. */
  readonly experimentalDecorators?: boolean;
  /** These decorators are told types, where the program has `Reflect.metadata`. */
  readonly emitDecoratorMetadata?: boolean;
  /** `string | undefined` is another type than `string`. */
  readonly strictNullChecks?: boolean;
  /** False: fields are assigned in the constructor, and those without a value are none. */
  readonly useDefineForClassFields?: boolean;
}
