/** Names and colours of hidden classes, the same everywhere in a run. */

/** How many colours there are, each as a square and as a disc; neighbours in the order of their birth differ. */
const colours = 5;

/** What the program made counts from 1; the rest is V8's own. */
export function shapeName(number: number): string {
  return number > 0 ? `#${number}` : 'built-in';
}

export function colourOf(number: number): string {
  if (number <= 0) return 'colour-none';
  const isRound = Math.floor(number / colours) % 2 === 1;
  return `colour-${number % colours}${isRound ? ' round' : ''}`;
}
