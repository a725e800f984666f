interface Named { name: string }
type Thrower = (message: string) => never;
const fail: Thrower = (message: string): never => { throw new Error(message as string); };
class Worker<T extends Named> {
  private readonly items: T[] = [];
  constructor(readonly_: T) { this.items.push(readonly_ as T); }
  public run<U>(this: Worker<T>, value: U, callback: (item: T) => U = (item: T): U => fail(item.name) as never): U { return callback(this.items[0]!); }
  static async later(message: string): Promise<void> { await null; (fail as Thrower)(message); }
  get broken(): number { return (this as any).missing.value as number; }
}
const worker = new Worker<Named>({ name: 'first' } as Named);
try { worker.run<number>(1); } catch (error) { console.log((error as Error).stack); }
try { console.log(worker.broken); } catch (error: unknown) { console.log((error as Error).stack); }
function generic<T>(value: T, then: (x: T) => void): void { then(value!); }
try { generic<string>('x', (x: string): void => { (x as any).nope(); }); } catch (error) { console.log((error as Error).stack); }
try { ((worker as any).absent as Function)(); } catch (error) { console.log((error as Error).message, (error as Error).stack); }
try { (worker as any).absent!(); } catch (error) { console.log((error as Error).stack); }
try { new (worker as any).items[0]!(); } catch (error) { console.log((error as Error).stack); }
try { const { x }: { x: number } = (null as any)!; } catch (error) { console.log((error as Error).stack); }
try { for (const x of (5 as any)) console.log(x!); } catch (error) { console.log((error as Error).stack); }
Worker.later('asynchronous').catch((error: Error) => console.log(error.stack));
