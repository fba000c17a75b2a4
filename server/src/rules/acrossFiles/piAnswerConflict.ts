import { piMeasure } from '../../catalog/piMeasure.ts';
import type { AcrossFilesProblem, AcrossFilesRule, ParticipantFiles } from './acrossFilesRule.ts';
import type { PlacedMeasurement } from './facts.ts';
import { groupedBy, measurementsOf, setKey } from './facts.ts';
import { otherReport, whereabouts } from './wording.ts';

/** Two submissions of a participant answer Promoting Interoperability differently. */
export const piAnswerConflict: AcrossFilesRule<ParticipantFiles> = {
  id: 'pi-answer-conflict',
  layer: 'score',
  severity: 'warning',
  source:
    'CMS data submission guides of 2019, 2020 and 2023: Promoting Interoperability data that conflict between submission types score the category zero; 42 CFR 414.1380(b)(4); CMS measures data of the year (exclusion, substitutes)',
  title: 'Promoting Interoperability is answered differently in two submissions',
  documentation: `The Promoting Interoperability data of a participant may come from several submissions: a QRDA III file of the EHR, a QPP JSON file of a registry, or attestations entered by hand. CMS puts them together. Where they report the same measure or attestation with different values, or a measure in one and its exclusion in another, the data conflict and the **whole category scores zero**. Entering the right value by hand does not mend it: whoever sent the wrong data must correct or delete them.

Send Promoting Interoperability by one submission type, or exactly the same values by each.

Two sets of the same method and program replace each other when one submitter uploads both, so they conflict only if they come from different submitters; the finding says so.

That a measure in one submission and its exclusion or substitute in another conflict follows from the measure data, which forbids the pair; the guides name different values only.`,
  *check({ files, catalog }) {
    const byProgram = groupedBy(measurementsOf(files, 'pi'), ({ set }) => set.programName);
    for (const reports of byProgram.values()) {
      const byId = groupedBy(reports, ({ measureId }) => measureId);
      for (const sameMeasure of byId.values()) yield* differingValues(sameMeasure);
      for (const [id, [report]] of byId) {
        if (!report.isPositive) continue;
        const measure = piMeasure(id, catalog);
        for (const exclusion of measure?.exclusions ?? [])
          yield* pair(report, byId.get(exclusion), 'exclusion');
        for (const rival of measure?.substitutes ?? []) {
          // Most pairs are named by both sides: each is told once.
          const isToldThere = rival < id && piMeasure(rival, catalog)?.substitutes.includes(id) === true;
          if (!isToldThere) yield* pair(report, byId.get(rival), 'substitute');
        }
      }
    }
  },
};

/** Each value that differs from the first one, told at its place. */
function* differingValues([first, ...others]: [PlacedMeasurement, ...PlacedMeasurement[]]) {
  for (const other of others) {
    if (other.reported === first.reported || isToldInFile(first, other)) continue;
    const difference = `${other.measureId} is ${other.reported} here (${other.set.submissionMethod}) and ${first.reported} ${whereabouts(first.file, other.file)} (${first.set.submissionMethod}).`;
    yield problem(other, first, `${difference} ${consequence(first, other)}`);
  }
}

/** A measure and what it cannot stand beside, each in a submission of its own. */
function* pair(
  report: PlacedMeasurement,
  rivals: readonly PlacedMeasurement[] | undefined,
  kind: 'exclusion' | 'substitute',
): Iterable<AcrossFilesProblem> {
  const rival = rivals?.find((each) => each.isPositive && setKey(each.set) !== setKey(report.set));
  if (!rival) return;
  const here = `${rival.measureId} is claimed here and ${report.measureId} is reported ${whereabouts(report.file, rival.file)}`;
  const why = kind === 'exclusion' ? 'the first excludes the second' : 'they replace each other';
  yield problem(
    rival,
    report,
    `${here}, but ${why}. Put together the two submissions contradict each other, and conflicting data score the whole category zero.`,
  );
}

function problem(at: PlacedMeasurement, other: PlacedMeasurement, message: string): AcrossFilesProblem {
  return { path: at.file.path, range: at.range, message, related: otherReport(other) };
}

function consequence(first: PlacedMeasurement, other: PlacedMeasurement): string {
  return setKey(first.set) === setKey(other.set)
    ? 'Uploaded by one submitter, the later set replaces the earlier one; from two submitters the values conflict, and the whole category scores zero.'
    : 'Values that conflict between submission types score the whole category zero: send the measure once, or with the same value.';
}

/** Repeated sets and repeated measures of one file are told by the file's own rules. */
function isToldInFile(a: PlacedMeasurement, b: PlacedMeasurement): boolean {
  return a.file === b.file && setKey(a.set) === setKey(b.set);
}
