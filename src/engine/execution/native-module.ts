/**
 * Modules of WebAssembly that the program has made, for who looks at the run: the host's own WebAssembly runs them.
 * V8: NativeModule in src/wasm/wasm-code-manager.h.
 */
export interface NativeModule {
  /** Of the whole module. */
  readonly bytes: number;
  readonly sections: readonly { readonly name: string; readonly bytes: number }[];
  readonly importedFunctions: number;
  /** Bytes of code of each own function; those that are imported come before them in the module's index space. */
  readonly bodies: readonly number[];
  /** Indices of exported functions by name. */
  readonly exportedFunctions: ReadonlyMap<string, number>;
  instances: number;
  /** How often the program called its functions, by index. Calls inside of WebAssembly are not seen. */
  readonly calls: Map<number, number>;
}
