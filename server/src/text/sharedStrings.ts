/** Strings met so far in a text, by length. */
export type SharedStrings = Map<number, string[]>;

/** Past this many of one length a text's strings are not the few words of its format. */
const SHARED_OF_A_LENGTH = 24;
/** Longer ones are seldom the same twice. */
const LONGEST_SHARED = 48;

/**
 * The stretch of a text between two offsets, as the same string each time where it is one of the format's own words
 * or codes. That saves memory, and every later comparison or look-up of it.
 */
export function sharedSlice(strings: SharedStrings, text: string, start: number, end: number): string {
  const length = end - start;
  if (length > LONGEST_SHARED) return text.slice(start, end);
  const ofLength = strings.get(length);
  if (!ofLength) {
    const first = text.slice(start, end);
    strings.set(length, [first]);
    return first;
  }
  for (const known of ofLength) if (text.startsWith(known, start)) return known;
  const other = text.slice(start, end);
  if (ofLength.length < SHARED_OF_A_LENGTH) ofLength.push(other);
  return other;
}
