import type { AcrossFilesRule, ParticipantFiles } from './acrossFilesRule.ts';
import { groupedBy, measurementsOf, setKey } from './facts.ts';
import { collectionType, fileName, otherReport, pointsText } from './wording.ts';

/** The same quality measure by the same collection type with other counts. */
export const measureSentAgain: AcrossFilesRule<ParticipantFiles> = {
  id: 'measure-sent-again',
  layer: 'score',
  severity: 'warning',
  source:
    'CMS data submission guides of 2019 and 2020: of a measure that is sent twice by the same collection type the latest counts; 42 CFR 414.1380(b)(1)',
  title: 'A quality measure is sent twice by the same collection type',
  documentation: `Of a quality measure that comes twice by the same collection type (twice as eCQM, twice as MIPS CQM) CMS scores **the latest upload**, not the better one. Two files that report a measure with different counts are usually an old and a new export: upload the right one last, or do not upload the other.

Which of two files is uploaded later is not in the files, so QPP Lens cannot tell which will count. The combined score takes the last file in the order of the list. Equal counts make no difference and are not reported; that the rest of the set is replaced as well is told by \`measurement-set-sent-again\`.`,
  *check({ files }) {
    const reports = groupedBy(
      measurementsOf(files, 'quality'),
      ({ set, measureId }) => `${setKey(set)} ${measureId}`,
    );
    for (const [first, ...others] of reports.values()) {
      for (const other of others) {
        // A measure that stands twice in a file is told by the file's own rules.
        if (other.file === first.file || other.reported === first.reported) continue;
        const type = collectionType(other.set.submissionMethod);
        const here = `${other.reported}${pointsText(other.points)}`;
        const there = `${first.reported}${pointsText(first.points)}`;
        yield {
          path: other.file.path,
          range: other.range,
          message: `${other.measureId} (${type}) is sent with other counts in ${fileName(first.file)}: ${here} here, ${there} there. The one that is uploaded last counts, not the better one.`,
          related: otherReport(first),
        };
      }
    }
  },
};
