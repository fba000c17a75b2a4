/**
 * The candidate a word was most likely meant to be: the same but for case and punctuation, else one that is a few
 * slips of the finger away (a letter too many, missing, wrong, or two swapped), and closer than any other.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = simplified(word);
  if (wanted === '') return undefined;
  let best: string | undefined;
  let bestDistance = allowedSlips(wanted) + 1;
  let isAmbiguous = false;
  for (const candidate of candidates) {
    const target = simplified(candidate);
    if (target === wanted) return candidate;
    if (Math.abs(target.length - wanted.length) > bestDistance) continue;
    const distance = editDistance(wanted, target);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
      isAmbiguous = false;
    } else if (distance === bestDistance) isAmbiguous = true;
  }
  return isAmbiguous ? undefined : best;
}

function simplified(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** One slip in three to six letters, two in seven to ten, and so on; none in shorter words. */
function allowedSlips(word: string): number {
  return Math.floor((word.length + 1) / 4);
}

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isEqual = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (current[column - 1] ?? 0) + 1,
        (last[column] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isEqual ? 0 : 1),
      );
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
