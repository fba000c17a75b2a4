import type { Catalogs } from '../catalog/catalog.ts';

/**
 * The year whose rules and data a file is read by: the one asked for, else the file's own, moved to the nearest
 * year there is data for. A file that tells no year is read by the newest year whose eCQM GUIDs are published.
 */
export function ruleYear(fileYear: number | null, requestedYear: number | null, catalogs: Catalogs): number {
  const wanted = requestedYear ?? fileYear;
  const { years } = catalogs;
  if (wanted === null) return newestWithGuids(catalogs);
  if (years.includes(wanted)) return wanted;
  return years.reduce(
    (nearest, year) => (Math.abs(year - wanted) < Math.abs(nearest - wanted) ? year : nearest),
    years[0] ?? wanted,
  );
}

function newestWithGuids(catalogs: Catalogs): number {
  const year = catalogs.years.findLast((candidate) => catalogs.year(candidate)?.hasGuids);
  if (year === undefined) throw new Error('No performance year with published eCQM GUIDs in the catalogue.');
  return year;
}
