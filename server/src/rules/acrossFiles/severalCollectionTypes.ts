import type { AcrossFilesProblem, AcrossFilesRule, ParticipantFiles } from './acrossFilesRule.ts';
import type { PlacedMeasurement } from './facts.ts';
import { groupedBy, measurementsOf } from './facts.ts';
import { collectionType, otherReport, pointsText, whereabouts } from './wording.ts';

/** The same quality measure by several collection types. */
export const severalCollectionTypes: AcrossFilesRule<ParticipantFiles> = {
  id: 'measure-by-several-collection-types',
  layer: 'score',
  severity: 'information',
  source:
    '42 CFR 414.1380(b)(1): each collection type has its own benchmark, and the one with the most points counts; CMS data submission guides of 2019, 2020 and 2023',
  title: 'A quality measure is sent by several collection types',
  documentation: `A measure may be sent as eCQM and as MIPS CQM. Each is compared with the benchmark of its own collection type, and **only the one with the most points counts**, once. The other is shown without points and takes no place among the measures that count, so it helps nobody who lacks a sixth measure.

The points are those of each measurement by itself, before bonuses and before it is decided which measures of the category count; without points (no benchmark, too few cases, a year that is not scored) the finding does not say which will count.`,
  *check({ files }) {
    const reports = groupedBy(measurementsOf(files, 'quality'), ({ set, measureId }) =>
      JSON.stringify([set.programName, measureId]),
    );
    for (const sameMeasure of reports.values()) {
      const byType = groupedBy(sameMeasure, ({ set }) => set.submissionMethod);
      // Of one collection type the latest counts: here the last in the list.
      const latest = [...byType.values()].map((each) => each.at(-1) ?? each[0]);
      const [best, ...others] = latest.sort((a, b) => (b.points ?? -1) - (a.points ?? -1));
      if (best) for (const other of others) yield problem(other, best);
    }
  },
};

function problem(other: PlacedMeasurement, best: PlacedMeasurement): AcrossFilesProblem {
  const here = `${other.measureId} is sent as ${collectionType(other.set.submissionMethod)} here${pointsText(other.points)}`;
  const there = `as ${collectionType(best.set.submissionMethod)} ${whereabouts(best.file, other.file)}${pointsText(best.points)}`;
  return {
    path: other.file.path,
    range: other.range,
    message: `${here} and ${there}. Only the collection type with the most points counts, ${outcome(other, best)}.`,
    related: otherReport(best),
  };
}

function outcome(other: PlacedMeasurement, best: PlacedMeasurement): string {
  if (best.points === null) return 'and the files do not tell which that is';
  return best.points === other.points
    ? 'and here both have as many'
    : `so the ${collectionType(best.set.submissionMethod)} counts and this one does not`;
}
