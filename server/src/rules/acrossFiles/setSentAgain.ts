import type { AcrossFilesProblem, AcrossFilesRule, ParticipantFiles } from './acrossFilesRule.ts';
import type { FileFacts, SetFacts } from './facts.ts';
import { groupedBy, setKey } from './facts.ts';
import { fileName, idList, relatedPlaces, setName } from './wording.ts';

interface PlacedSet {
  readonly file: FileFacts;
  readonly set: SetFacts;
}

/** Two files carry the set of the same category, method and program. */
export const setSentAgain: AcrossFilesRule<ParticipantFiles> = {
  id: 'measurement-set-sent-again',
  layer: 'score',
  severity: 'warning',
  source:
    'QPP submission API: a measurement set is unique by category, submissionMethod and programName, and an upload by the same submitter replaces it as a whole; CMS data submission guide of 2023',
  title: 'Two files carry the same set of a participant',
  documentation: `CMS keeps one set for each category, submission method, program and submitter. A second upload does not add to it: **the new set replaces the old one entirely**, and a measure that stands only in the old one is gone. Sets of other categories, methods or programs stay.

The finding names the measures that stand in one of the files only. To keep them, put all measures into one file. If the files hold the same measures with the same values it is information only: nothing is lost, whichever comes last.

Files of different performance years, or of another participant, never replace each other. Sets of different submitters (two registries) both stay.`,
  *check({ files }) {
    const sets = files.flatMap((file) => file.sets.map((set) => ({ file, set })));
    for (const [first, ...others] of groupedBy(sets, ({ set }) => setKey(set)).values()) {
      // Further sets of one file are told by `measurement-set-repeated`.
      for (const other of others) if (other.file !== first.file) yield problem(other, first);
    }
  },
};

function problem(here: PlacedSet, first: PlacedSet): AcrossFilesProblem {
  const there = fileName(first.file);
  const onlyHere = missingFrom(first.set, here.set);
  const onlyThere = missingFrom(here.set, first.set);
  const lost = [
    ...(onlyThere.length > 0 ? [`${idList(onlyThere)} only in ${there}`] : []),
    ...(onlyHere.length > 0 ? [`${idList(onlyHere)} only here`] : []),
  ];
  const isSame = lost.length === 0 && reportsSame(here.set, first.set);
  const effect =
    lost.length > 0
      ? ` What stands in the earlier one alone is lost: ${lost.join(', ')}.`
      : isSame
        ? ' Both hold the same values.'
        : '';
  return {
    path: here.file.path,
    range: here.set.range,
    message: `The ${setName(here.set)} of this participant stands in ${there} too. Uploaded by one submitter, the later set replaces the earlier one entirely.${effect}`,
    ...(isSame && { severity: 'information' as const }),
    related: relatedPlaces([{ file: first.file, range: first.set.range }], () => 'The same set.'),
  };
}

function missingFrom(set: SetFacts, other: SetFacts): string[] {
  const ids = new Set(set.measurements.map(({ measureId }) => measureId));
  return [...new Set(other.measurements.map(({ measureId }) => measureId))].filter((id) => !ids.has(id));
}

function reportsSame(a: SetFacts, b: SetFacts): boolean {
  const values = new Map(b.measurements.map(({ measureId, reported }) => [measureId, reported]));
  return a.measurements.every(({ measureId, reported }) => values.get(measureId) === reported);
}
