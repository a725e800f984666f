/**
 * The names that a scope of acorn's declares. acorn keeps arrays and searches them for each new name, so that a scope with
 * 100,000 names takes minutes; this is as much of an array as it uses. V8: VariableMap in src/ast/scopes.h.
 */
export class NameList {
  private readonly names: string[] = [];
  /** Made when there are many. */
  private known: Set<string> | undefined = undefined;

  get 0(): string | undefined {
    return this.names[0];
  }

  push(name: string): void {
    this.names.push(name);
    if (this.known !== undefined) this.known.add(name);
    else if (this.names.length > few) this.known = new Set(this.names);
  }

  /** Where it stands does not matter to anybody. */
  indexOf(name: string): number {
    return (this.known === undefined ? this.names.includes(name) : this.known.has(name)) ? 0 : -1;
  }
}

const few = 32;
