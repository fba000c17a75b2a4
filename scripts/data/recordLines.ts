/**
 * Writes an object whose lists hold one record per line, so that a diff of the file shows which
 * records changed and the file stays small.
 */
export function recordLines(file: object): string {
  const members = Object.entries(file).map(([key, value]) => `${JSON.stringify(key)}: ${member(value)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

function member(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((record) => JSON.stringify(record)).join(',\n')}\n]`;
}
