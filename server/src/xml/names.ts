/** A qualified name taken apart. */
export interface QualifiedName {
  /** As written, e.g. `xsi:type`. */
  readonly name: string;
  /** Empty for a name without one. */
  readonly prefix: string;
  readonly local: string;
}

/** The names met so far: a file has some hundred of them, each thousands of times. */
export type NameTable = Map<string, QualifiedName>;

/** The name between two offsets. */
export function readName(names: NameTable, text: string, start: number, end: number): QualifiedName {
  const written = text.slice(start, end);
  const known = names.get(written);
  if (known) return known;
  const colon = written.indexOf(':');
  const name =
    colon <= 0
      ? { name: written, prefix: '', local: written }
      : { name: written, prefix: written.slice(0, colon), local: written.slice(colon + 1) };
  names.set(written, name);
  return name;
}
