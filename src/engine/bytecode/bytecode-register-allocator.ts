/** Hands out temporary registers like a stack. V8: src/interpreter/bytecode-register-allocator.h. */

/** Registers that follow each other. */
export class RegisterList {
  readonly first: number;
  readonly count: number;

  constructor(first: number, count: number) {
    this.first = first;
    this.count = count;
  }

  at(index: number): number {
    if (index >= this.count) throw new Error(`register ${index} of a list of ${this.count}`);
    return this.first + index;
  }

  get last(): number {
    return this.at(this.count - 1);
  }

  truncate(count: number): RegisterList {
    return new RegisterList(this.first, count);
  }

  popLeft(): RegisterList {
    return new RegisterList(this.first + 1, this.count - 1);
  }
}

/** Told about registers that come into use and go out of it. */
export interface RegisterObserver {
  allocated(first: number, count: number): void;
  freed(first: number, count: number): void;
}

export class BytecodeRegisterAllocator {
  private next: number;
  private maximum: number;
  observer: RegisterObserver | undefined = undefined;

  constructor(firstTemporary: number) {
    this.next = firstTemporary;
    this.maximum = firstTemporary;
  }

  newRegister(): number {
    const register = this.next;
    this.next += 1;
    this.maximum = Math.max(this.maximum, this.next);
    this.observer?.allocated(register, 1);
    return register;
  }

  newList(count: number): RegisterList {
    const list = new RegisterList(this.next, count);
    this.next += count;
    this.maximum = Math.max(this.maximum, this.next);
    this.observer?.allocated(list.first, count);
    return list;
  }

  /** An empty list that `grow` makes longer; nothing else may stay allocated in between. */
  newGrowableList(): RegisterList {
    return new RegisterList(this.next, 0);
  }

  grow(list: RegisterList): RegisterList {
    const register = this.newRegister();
    if (list.count > 0 && register !== list.first + list.count) throw new Error('a register list with a gap');
    return new RegisterList(list.count === 0 ? register : list.first, list.count + 1);
  }

  /** Frees all registers from `first` on. */
  releaseFrom(first: number): void {
    const count = this.next - first;
    this.next = first;
    if (count > 0) this.observer?.freed(first, count);
  }

  release(register: number): void {
    if (register === this.next - 1) this.releaseFrom(register);
  }

  get nextRegister(): number {
    return this.next;
  }

  get maximumCount(): number {
    return this.maximum;
  }

  /** Everything that lives now: what a suspended generator has to keep. */
  allLive(): RegisterList {
    return new RegisterList(0, this.next);
  }
}
