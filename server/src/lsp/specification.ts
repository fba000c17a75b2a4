import type { Measure } from '../catalog/catalog.ts';

/**
 * The address of a measure's specification for a collection type, from the year's data; that of another collection
 * type where there is none for it. `null` when the data names none, or no web address.
 */
export function specificationAddress({ specifications }: Measure, method: string | null): string | null {
  const link =
    (method && specifications[method]) ?? specifications.default ?? Object.values(specifications)[0];
  if (!link || !URL.canParse(link)) return null;
  const { protocol, href } = new URL(link);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
