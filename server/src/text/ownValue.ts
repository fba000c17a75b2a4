/** The value of a key that a file names: `constructor` and `__proto__`, which every object inherits, have none. */
export function ownValue<T>(values: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return values && Object.hasOwn(values, key) ? values[key] : undefined;
}
