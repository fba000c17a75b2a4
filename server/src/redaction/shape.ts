/**
 * The number in the form of a value: digits become digits, letters letters of the same case, all else stays, so that a
 * TIN of ten digits becomes another of ten, and one with a dash another with a dash. A form too short for the number
 * takes its last places.
 * @param kept so many characters at the beginning stay
 */
export function inShapeOf(value: string, number: number, kept = 0): string {
  let rest = number;
  const characters = [...value];
  for (let at = characters.length - 1; at >= kept; at--) {
    const [base, zero] = placeOf(characters[at] ?? '');
    if (base === 0) continue;
    characters[at] = String.fromCharCode(zero + (rest % base));
    rest = Math.floor(rest / base);
  }
  return characters.join('');
}

/** How many values a place of the shape has, and the code of its first; none where the character stays. */
function placeOf(character: string): readonly [base: number, zero: number] {
  if (/^\d$/.test(character)) return [10, 48];
  if (/^\p{Lu}$/u.test(character)) return [26, 65];
  return /^\p{L}$/u.test(character) ? [26, 97] : [0, 0];
}
