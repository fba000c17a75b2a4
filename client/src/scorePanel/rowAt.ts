import type { ScoreCategory, ScoreResult } from '../../../server/src/lsp/protocol.ts';
import type { Position, Range } from '../../../server/src/text/lineIndex.ts';
import type { RowRef } from './messages.ts';

const categories: readonly ScoreCategory[] = ['quality', 'pi', 'ia'];

/** The row of the measurement that a place of a file stands in. */
export function rowAt({ places }: ScoreResult, file: number, position: Position): RowRef | null {
  for (const category of categories) {
    const index = places[category].findIndex(
      (place) => place !== null && place.file === file && holds(place.extent, position),
    );
    if (index !== -1) return { category, index };
  }
  return null;
}

/** The row of a measure or activity, of the collection type if one is named; the first one else. */
export function rowOf(
  { breakdown }: ScoreResult,
  measureId: string,
  collectionType: string | undefined,
): RowRef | null {
  const { quality, pi, ia } = breakdown;
  const ofType = quality.measures.findIndex(
    (row) => row.measureId === measureId && row.collectionType === collectionType,
  );
  if (ofType !== -1) return { category: 'quality', index: ofType };
  const lists = { quality: quality.measures, pi: pi.measures, ia: ia.activities };
  for (const category of categories) {
    const index = lists[category].findIndex((row) => row.measureId === measureId);
    if (index !== -1) return { category, index };
  }
  return null;
}

function holds({ start, end }: Range, { line, character }: Position): boolean {
  const isAfterStart = line > start.line || (line === start.line && character >= start.character);
  const isBeforeEnd = line < end.line || (line === end.line && character <= end.character);
  return isAfterStart && isBeforeEnd;
}
