/**
 * The QPP site ends a message with ` - ` and the line of the XML file for errors of the converter, and with ` - null`
 * for errors of the submission API, whose JSON has no line.
 */
export function withoutTail(written: string): { readonly message: string; readonly line: number | null } {
  const [, message = written, tail] = /^(.*\S)\s+-\s+(\d{1,9}|null)\s*$/s.exec(written) ?? [];
  return { message, line: tail === undefined || tail === 'null' ? null : Number(tail) };
}
