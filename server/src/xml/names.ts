/** A qualified name taken apart. There is one object for each name of a file. */
export interface QualifiedName {
  /** As written, e.g. `xsi:type`. */
  readonly name: string;
  /** Empty for a name without one. */
  readonly prefix: string;
  readonly local: string;
  /** How many elements of that name are open: tells at once whether an end tag closes anything. */
  openCount: number;
  /** An element of that name with content was read, so it is no misspelling. */
  wasOpened: boolean;
}

/** The names met so far: a file has some hundred of them, each thousands of times. */
export interface NameTable {
  /** Lets a name be found again without making a string of it first. */
  readonly byLength: Map<number, QualifiedName[]>;
  readonly others: Map<string, QualifiedName>;
}

/** From this many names of one length on, hashing a name is faster than comparing it with each. */
const MANY_NAMES = 32;

export function noNames(): NameTable {
  return { byLength: new Map(), others: new Map() };
}

/** The name between two offsets. */
export function readName(names: NameTable, text: string, start: number, end: number): QualifiedName {
  const ofLength = names.byLength.get(end - start);
  if (ofLength) {
    for (const known of ofLength) if (text.startsWith(known.name, start)) return known;
  }
  const written = text.slice(start, end);
  const other = names.others.get(written);
  if (other) return other;
  const name = splitName(written);
  if (!ofLength) names.byLength.set(written.length, [name]);
  else if (ofLength.length < MANY_NAMES) ofLength.push(name);
  else names.others.set(written, name);
  return name;
}

function splitName(written: string): QualifiedName {
  const name = asKey(written);
  const colon = name.indexOf(':');
  const local = colon <= 0 ? name : asKey(name.slice(colon + 1));
  return { name, prefix: name.slice(0, Math.max(0, colon)), local, openCount: 0, wasOpened: false };
}

/**
 * The same string in the form that engines keep names of properties and literals in: two such strings are compared by
 * their addresses. Rules compare names and namespaces a million times in a large file.
 */
export function asKey(text: string): string {
  return Object.keys({ [text]: null })[0] ?? text;
}
