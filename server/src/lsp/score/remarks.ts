import type { Finding } from '../../rules/finding.ts';
import type { Position, Range } from '../../text/lineIndex.ts';
import type { ScorePlace, ScorePlaces, ScoreRemark, ScoreRemarks } from '../protocol.ts';

/** The findings of a file that was scored. */
export interface Checked {
  readonly file: number;
  readonly findings: readonly Finding[];
}

/** A damaged file has thousands of findings; the Problems list has them all. */
const MOST_GENERAL = 20;

/**
 * The findings that cost points, each at the row whose measurement it stands in, the others in a list of their own:
 * what the score loses (layer `score`), and what makes CMS refuse the file and so all its points.
 */
export function remarksOf(places: ScorePlaces, checked: readonly Checked[]): ScoreRemarks {
  const costly = checked.flatMap(({ file, findings }) =>
    findings.filter(costsPoints).map((finding) => ({ file, finding })),
  );
  const placed = new Set<Finding>();
  const at = (place: ScorePlace | null): readonly ScoreRemark[] => {
    if (place === null) return [];
    const inside = costly.filter(
      ({ file, finding }) => file === place.file && holds(place.extent, finding.range.start),
    );
    for (const { finding } of inside) placed.add(finding);
    return inside.map(({ file, finding }) => remark(file, finding));
  };
  const rows = { quality: places.quality.map(at), pi: places.pi.map(at), ia: places.ia.map(at) };
  const others = costly.filter(({ finding }) => !placed.has(finding));
  return {
    ...rows,
    general: others.slice(0, MOST_GENERAL).map(({ file, finding }) => remark(file, finding)),
    furtherGeneral: Math.max(others.length - MOST_GENERAL, 0),
  };
}

function costsPoints({ layer, severity }: Finding): boolean {
  return layer === 'score' || ((layer === 'upload' || layer === 'syntax') && severity === 'error');
}

function remark(file: number, { rule, severity, message, range }: Finding): ScoreRemark {
  return { rule, severity, message, file, range };
}

function holds({ start, end }: Range, position: Position): boolean {
  return !isBefore(position, start) && isBefore(position, end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
