import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openDocument } from '../../../../server/src/document/openDocument.ts';
import { knowledge } from '../../../fixtures/knowledge.ts';
import { findingsIn, type Marked } from '../findings.ts';

type Json = Record<string, unknown>;

interface Sets {
  readonly file: Json;
  readonly quality: Json;
  readonly pi: Json;
  readonly ia: Json;
  /** The measurement of a measure. */
  readonly of: (measureId: string) => Json;
  /** Takes a measurement out and puts others in. */
  readonly replace: (set: Json, measureId: string | null, ...others: Json[]) => void;
}

/** A complete, silent file of the year with one thing changed, as text. */
function changed(change: (sets: Sets) => void, year = 2025, name = 'individual'): string {
  const example = path.resolve(__dirname, `../../../../examples/${year}/${name}.json`);
  const file = JSON.parse(readFileSync(example, 'utf8'));
  const setOf = (category: string) =>
    file.measurementSets.find((set: Json) => set.category === category) ?? {};
  const all: Json[] = file.measurementSets.flatMap((set: { measurements: Json[] }) => set.measurements);
  change({
    file,
    quality: setOf('quality'),
    pi: setOf('pi'),
    ia: setOf('ia'),
    of: (measureId) => all.find((each) => each.measureId === measureId) ?? {},
    replace(set, measureId, ...others) {
      set.measurements = [
        ...(set.measurements as Json[]).filter((each) => each.measureId !== measureId),
        ...others,
      ];
    },
  });
  return JSON.stringify(file, null, 1);
}

/** Every finding with the text it underlines. */
function told(text: string): Marked[] {
  const { lines } = openDocument(text, knowledge.catalogs, { performanceYear: null });
  return findingsIn(text).map(({ rule, severity, range }) => [
    rule,
    severity,
    text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)),
  ]);
}

const answer = (measureId: string, value: unknown = true): Json => ({ measureId, value });
const COUNTS: Json = {
  isEndToEndReported: false,
  performanceMet: 10,
  performanceNotMet: 10,
  eligiblePopulation: 20,
};

describe('One fault in QPP JSON gives one finding', () => {
  const faults: readonly [what: string, text: () => string, expected: Marked][] = [
    [
      'no measurement sets',
      () => changed(({ file }) => delete file.measurementSets),
      ['json-key-missing', 'error', '{'],
    ],
    [
      'null for a required key, at the null',
      () => changed(({ of }) => Object.assign(of('047'), { value: null })),
      ['json-key-missing', 'error', 'null'],
    ],
    [
      'an empty TIN',
      () => changed(({ file }) => Object.assign(file, { taxpayerIdentificationNumber: '' })),
      ['identifier-missing', 'error', '""'],
    ],
    [
      'an empty NPI',
      () => changed(({ file }) => Object.assign(file, { nationalProviderIdentifier: '' })),
      ['identifier-missing', 'error', '""'],
    ],
    [
      'an entity id of blanks',
      () => changed(({ file }) => Object.assign(file, { entityId: ' ' }), 2025, 'apm-entity'),
      ['identifier-missing', 'error', ' '],
    ],
    [
      'a year before the program, whatever the dates are',
      () => changed(({ file }) => Object.assign(file, { performanceYear: -1 })),
      ['performance-year-unknown', 'error', '-1'],
    ],
    [
      'a mistyped year, while all dates lie in one that is known',
      () => changed(({ file }) => Object.assign(file, { performanceYear: 20255 })),
      ['performance-year-unknown', 'warning', '20255'],
    ],
    [
      'a negative population',
      () => changed(({ of }) => Object.assign(of('047').value as Json, { eligiblePopulation: -1 })),
      ['count-form', 'error', '-1'],
    ],
    [
      'a population that is not whole',
      () => changed(({ of }) => Object.assign(of('047').value as Json, { performanceMet: 160.5 })),
      ['count-form', 'error', '160.5'],
    ],
    [
      'a number beyond all integers',
      () => changed(({ of }) => Object.assign(of('PI_EP_1').value as Json, { numerator: 1e30 })),
      ['json-type-wrong', 'error', '1e+30'],
    ],
    [
      'an infinite number',
      () =>
        changed(({ of }) => Object.assign(of('PI_EP_1').value as Json, { numerator: 1e30 })).replace(
          '1e+30',
          '1e400',
        ),
      ['json-type-wrong', 'error', '1e400'],
    ],
    [
      'a number of a PI measure with leading zeros',
      () =>
        changed(({ of }) => Object.assign(of('PI_EP_1').value as Json, { numerator: 7 })).replace(
          '"numerator": 7,',
          '"numerator": 007,',
        ),
      ['json-malformed', 'error', '007'],
    ],
    [
      'a word that is no JSON',
      () => changed(() => undefined).replace('"individual"', 'undefined'),
      ['json-malformed', 'error', 'undefined'],
    ],
    [
      'a date written as a number',
      () => changed(({ quality }) => Object.assign(quality, { performanceStart: 20250101 })),
      ['json-type-wrong', 'error', '20250101'],
    ],
    [
      'a period that begins a day early',
      () => changed(({ quality }) => Object.assign(quality, { performanceStart: '2024-12-31' })),
      ['period-year', 'error', '2024-12-31'],
    ],
    [
      'a program of other years, which has an entity type of its own',
      () => changed(({ ia }) => Object.assign(ia, { programName: 'pcf' })),
      ['program-not-in-year', 'error', 'pcf'],
    ],
    [
      'a program of later years, which takes none of the measures',
      () => changed(({ ia }) => Object.assign(ia, { programName: 'appPlus' }), 2024),
      ['program-not-in-year', 'error', 'appPlus'],
    ],
    ...[5, '5/10', [], false, { performanceMet: 5, eligiblePopulation: 10, isEndToEndReported: true }].map(
      (value): [string, () => string, Marked] => [
        `the value ${JSON.stringify(value)} of a PI measure`,
        () => changed(({ of }) => Object.assign(of('PI_EP_1'), { value })),
        [
          'value-shape-mismatch',
          'error',
          Array.isArray(value) ? '[' : typeof value === 'object' ? '{' : JSON.stringify(value),
        ],
      ],
    ),
    [
      'an empty value of a PI measure',
      () => changed(({ of }) => Object.assign(of('PI_EP_1'), { value: {} })),
      ['json-key-missing', 'error', '{'],
    ],
    [
      'a computed key beside the counts of a PI measure',
      () => changed(({ of }) => Object.assign(of('PI_EP_1').value as Json, { reportingRate: 92 })),
      ['json-key-unknown', 'warning', '"reportingRate"'],
    ],
    [
      'a PI measure answered with no, at the answer',
      () => changed(({ of }) => Object.assign(of('PI_EP_2'), { value: false })),
      ['pi-incomplete', 'warning', 'false'],
    ],
    [
      'a PI set without measurements',
      () => changed(({ pi }) => Object.assign(pi, { measurements: [] })),
      ['pi-incomplete', 'warning', 'pi'],
    ],
    [
      'no strata',
      () => changed(({ of }) => Object.assign(of('226').value as Json, { strata: [] })),
      ['stratum-missing', 'error', '['],
    ],
    [
      'one stratum where a list should be',
      () =>
        changed(({ of }) => {
          const value = of('226').value as { strata: unknown };
          [value.strata] = value.strata as unknown[];
        }).replace(/\n */g, ' '),
      ['json-type-wrong', 'error', ''],
    ],
    [
      'a registry rate above 100',
      () =>
        changed(({ quality, replace }) =>
          replace(quality, null, answer('AAD12', { ...COUNTS, performanceRate: 101 })),
        ),
      ['registry-rate-out-of-range', 'error', '101'],
    ],
    ...[true, [], {}].map((value): [string, () => string, Marked] => [
      `a TIN of ${JSON.stringify(value)}`,
      () => changed(({ file }) => Object.assign(file, { taxpayerIdentificationNumber: value })),
      ['json-type-wrong', 'error', JSON.stringify(value)],
    ]),
    [
      'a CEHRT id that is an object',
      () => changed(({ pi }) => Object.assign(pi, { cehrtId: {} })),
      ['json-type-wrong', 'error', '{}'],
    ],
    [
      'a program that is a number',
      () => changed(({ ia }) => Object.assign(ia, { programName: 7 })),
      ['json-type-wrong', 'error', '7'],
    ],
    [
      'a program of a subgroup that nobody knows',
      () => changed(({ ia }) => Object.assign(ia, { programName: 'zzz' }), 2025, 'subgroup'),
      ['program-not-in-year', 'error', 'zzz'],
    ],
    [
      'a program of a practice that nobody knows',
      () => changed(({ quality }) => Object.assign(quality, { programName: 'zzz' }), 2019, 'apm-entity'),
      ['program-not-in-year', 'error', 'zzz'],
    ],
    [
      'a stratum that is a number',
      () =>
        changed(({ of }) => {
          const value = of('226').value as { strata: unknown[] };
          value.strata[0] = 5;
        }),
      ['json-type-wrong', 'error', '5'],
    ],
    [
      'a population smaller than several of its parts',
      () => changed(({ of }) => Object.assign(of('047').value as Json, { eligiblePopulation: 7 })),
      ['counts-exceed-population', 'error', '7'],
    ],
    [
      'PI measurements that are no list',
      () => changed(({ pi }) => Object.assign(pi, { measurements: null })),
      ['json-type-wrong', 'error', 'null'],
    ],
    [
      'a PI measurement that is no object',
      () => changed(({ pi, replace }) => replace(pi, 'PI_EP_1', 5 as unknown as Json)),
      ['json-type-wrong', 'error', '5'],
    ],
    [
      'a PI measurement without an id',
      () => changed(({ of }) => delete of('PI_EP_1').measureId),
      ['json-key-missing', 'error', '{'],
    ],
    [
      'a PI measure whose id is true',
      () => changed(({ of }) => Object.assign(of('PI_EP_1'), { measureId: true })),
      ['json-type-wrong', 'error', 'true'],
    ],
    [
      'a mistyped PI id',
      () => changed(({ of }) => Object.assign(of('PI_PPHI_1'), { measureId: 'PI_PHI_1' })),
      ['measure-id-unknown', 'error', 'PI_PHI_1'],
    ],
    [
      'an exclusion of another year',
      () => changed(({ pi, replace }) => replace(pi, 'PI_HIE_4', answer('PI_CUITC_1')), 2020),
      ['measure-id-unknown', 'error', 'PI_CUITC_1'],
    ],
    [
      'a level of active engagement without an answer',
      () => changed(({ of }) => Object.assign(of('PI_PHCDRR_1_PROD'), { value: null })),
      ['json-key-missing', 'error', 'null'],
    ],
    [
      'a CEHRT id of the wrong form beside a right one',
      () => changed(({ pi }) => Object.assign(pi, { cehrtId: 'zzz' }), 2025, 'group'),
      ['cehrt-id-form', 'error', 'zzz'],
    ],
    ['a list of submissions', () => `[${changed(() => undefined)}]`, ['json-shape', 'error', '[']],
    [
      "the API's list of submissions",
      () => JSON.stringify({ data: { submissions: [JSON.parse(changed(() => undefined))] } }),
      ['json-shape', 'error', '{'],
    ],
  ];
  for (const [what, text, [rule, severity, underlined]] of faults) {
    it(what, () => {
      const findings = told(text());
      assert.deepEqual(
        findings.map(([id, grade]) => [id, grade]),
        [[rule, severity]],
      );
      // A whole object is underlined from its bracket on.
      if (underlined !== '') assert.equal(findings[0]?.[2], underlined);
    });
  }
});
