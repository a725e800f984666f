declare const nothing: never;
interface Thing { value: number }
async function load<T extends Thing>(thing: T | null): Promise<number> {
  await Promise.resolve<void>(undefined);
  return thing!.value as number;
}
void load<Thing>(null as Thing | null);
