/**
 * Whether two sets of runs of one program differ by nothing but the speed of the machine. Timers that are due at nearly the same
 * time, and immediates beside timers of 1 ms, come in an order that depends on how long the program took so far.
 */

/** What happens in each of their runs happens in one of ours: each line, and for each two lines which of them is the first. */
export function isRace(theirs: readonly string[], ours: readonly string[]): boolean {
  if (theirs.some((text) => ours.includes(text))) return true;
  const theirPlaces = theirs.map(placesOf);
  const ourPlaces = ours.map(placesOf);
  const isIn = (line: string, runs: readonly Places[]): boolean => runs.some((places) => places.has(line));
  const common = commonLines(theirPlaces);
  if (!common.every((line) => isIn(line, ourPlaces))) return false;
  if (!commonLines(ourPlaces).every((line) => isIn(line, theirPlaces))) return false;
  return common.every((first, index) =>
    common.slice(index + 1).every((second) => {
      const isOrdered = (places: Places): boolean => (places.get(first) ?? Infinity) < (places.get(second) ?? -1);
      return !theirPlaces.every(isOrdered) || ourPlaces.some(isOrdered);
    }),
  );
}

/** Where each line stands; a line that is printed again is another. */
type Places = ReadonlyMap<string, number>;

function placesOf(text: string): Places {
  const times = new Map<string, number>();
  const places = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    const time = times.get(line) ?? 0;
    times.set(line, time + 1);
    places.set(`${line}#${time}`, index);
  }
  return places;
}

/** In the order of the first run. */
function commonLines(runs: readonly Places[]): string[] {
  const [first, ...others] = runs;
  return [...(first?.keys() ?? [])].filter((line) => others.every((places) => places.has(line)));
}
