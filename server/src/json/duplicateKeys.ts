import type { JsonObject, JsonProblem, JsonProperty } from './tree.ts';

// Up to this many properties comparing each with each is faster than building a map.
const FEW = 12;

/** One problem for each key that stands a second time in the object. */
export function duplicateKeys(object: JsonObject): JsonProblem[] {
  const { properties } = object;
  const problems: JsonProblem[] = [];
  const firstByKey = properties.length > FEW ? new Map<string, JsonProperty>() : null;
  for (let at = 0; at < properties.length; at++) {
    const property = properties[at];
    if (!property) continue;
    const first = firstByKey ? firstByKey.get(property.key) : earlier(properties, at, property.key);
    if (first) problems.push(duplicate(first, property));
    else firstByKey?.set(property.key, property);
  }
  return problems;
}

function earlier(properties: readonly JsonProperty[], before: number, key: string): JsonProperty | undefined {
  for (let at = 0; at < before; at++) if (properties[at]?.key === key) return properties[at];
  return undefined;
}

function duplicate(first: JsonProperty, second: JsonProperty): JsonProblem {
  return {
    kind: 'duplicate-key',
    message: `The key "${second.key}" stands twice in this object. JSON readers keep the last value and drop the first.`,
    span: second.keySpan,
    related: { span: first.keySpan, message: 'The first one, whose value is lost.' },
  };
}
