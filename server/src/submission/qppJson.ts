/** A JSON value in the order of its keys. */
export type JsonValue = string | number | boolean | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** An object of the given entries without the absent values and empty containers, which CMS's converter leaves out. */
export function jsonObject(entries: Readonly<Record<string, JsonValue | null | undefined>>): JsonObject {
  const kept: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(entries)) {
    if (value !== null && value !== undefined && !isEmpty(value)) kept[key] = value;
  }
  return kept;
}

/** Whether a container holds nothing. */
export function isEmpty(value: JsonValue): boolean {
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/**
 * The text CMS's converter writes (Jackson's default pretty printer): two spaces of indentation, a
 * space on both sides of the colon, arrays opened and closed on the line they stand on, no final newline.
 */
export function formatQppJson(value: JsonValue): string {
  return format(value, '');
}

function format(value: JsonValue, indent: string): string {
  if (isList(value)) {
    return value.length === 0 ? '[ ]' : `[ ${value.map((item) => format(item, indent)).join(', ')} ]`;
  }
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  const lines = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)} : ${format(item, inner)}`,
  );
  return lines.length === 0 ? '{ }' : `{\n${lines.join(',\n')}\n${indent}}`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
