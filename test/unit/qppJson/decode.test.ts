import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJson } from '../../../server/src/json/parse.ts';
import { decodeQppJson, readJsonPerformanceYear } from '../../../server/src/qppJson/decode.ts';
import type { Submission } from '../../../server/src/submission/submission.ts';
import type { Span } from '../../../server/src/text/span.ts';

const decode = (value: unknown) => decodeQppJson(parseJson(JSON.stringify(value)));

const PARTICIPANT = {
  entityType: 'individual',
  taxpayerIdentificationNumber: '000456789',
  nationalProviderIdentifier: '0123456789',
  performanceYear: 2025,
};

const SET = {
  category: 'quality',
  submissionMethod: 'registry',
  programName: 'mips',
  performanceStart: '2025-01-01',
  performanceEnd: '2025-12-31',
  measurements: [
    { measureId: '236', value: { isEndToEndReported: true, performanceMet: 3, eligiblePopulation: 4 } },
  ],
};

/** Every span in a value, however deep. */
function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'span' in value ? [value.span as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

function measurementOf(submission: Submission) {
  return submission.measurementSets[0]?.measurements[0];
}

describe('decodeQppJson', () => {
  it('reads the participant and the sets of a submission file', () => {
    const submission = decode({ ...PARTICIPANT, measurementSets: [SET] });
    assert.equal(submission.performanceYear?.value, 2025);
    assert.equal(submission.entityType?.value, 'individual');
    assert.equal(submission.taxpayerIdentificationNumber?.value, '000456789');
    assert.equal(submission.nationalProviderIdentifier?.value, '0123456789');
    const [set] = submission.measurementSets;
    assert.equal(set?.programName?.value, 'mips');
    assert.equal(set?.measurements[0]?.measureId?.value, '236');
  });

  it('points at the text between the quotes, and at a number as it stands', () => {
    const text = JSON.stringify({ ...PARTICIPANT, measurementSets: [SET] });
    const submission = decodeQppJson(parseJson(text));
    const at = (span: Span | undefined) => text.slice(span?.start, span?.end);
    assert.equal(at(submission.taxpayerIdentificationNumber?.span), '000456789');
    assert.equal(at(submission.performanceYear?.span), '2025');
    assert.equal(at(measurementOf(submission)?.span), '236');
  });

  it('reads the same sets from every shape they are found in', () => {
    const { measurementSets, ...rest } = decode({ ...PARTICIPANT, measurementSets: [SET] });
    const valuesOf = (submission: Submission) => [
      submission.measurementSets.map(({ category, measurements }) => [category?.value, measurements.length]),
      submission.taxpayerIdentificationNumber?.value,
    ];
    const expected = valuesOf({ ...rest, measurementSets });
    assert.deepEqual(valuesOf(decode({ ...SET, submission: PARTICIPANT })), expected);
    assert.deepEqual(
      valuesOf(decode({ data: { submission: { ...PARTICIPANT, measurementSets: [SET] } } })),
      expected,
    );
    assert.deepEqual(valuesOf(decode([{ ...PARTICIPANT, measurementSets: [SET] }])), expected);
  });

  it('files a group under its TIN alone and still knows the NPI in the file', () => {
    const submission = decode({ ...PARTICIPANT, entityType: 'group', measurementSets: [] });
    assert.equal(submission.nationalProviderIdentifier, null);
    assert.deepEqual(
      submission.identifiers.map(({ kind }) => kind),
      ['tin', 'npi'],
    );
  });

  it('gives ids that were written as numbers their leading zeros back', () => {
    const submission = decode({
      ...PARTICIPANT,
      taxpayerIdentificationNumber: 456789,
      measurementSets: [{ ...SET, measurements: [{ measureId: 1, value: true }] }],
    });
    assert.equal(submission.taxpayerIdentificationNumber?.value, '000456789');
    assert.equal(measurementOf(submission)?.measureId?.value, '001');
  });

  it('reads a misspelt key as the one it was meant to be', () => {
    const submission = decode({
      ...PARTICIPANT,
      MeasurementSet: [{ ...SET, chertId: '0015C1235689784', Category: 'pi' }],
    });
    assert.equal(submission.measurementSets[0]?.cehrtId?.value, '0015C1235689784');
  });

  it('takes null for absent', () => {
    const submission = decode({ ...PARTICIPANT, nationalProviderIdentifier: null, entityId: null });
    assert.deepEqual(
      submission.identifiers.map(({ kind }) => kind),
      ['tin'],
    );
  });

  it('reads the strata of a measure with several rates', () => {
    const strata = [
      { stratum: 'overall', performanceMet: 1, eligiblePopulation: 2, eligiblePopulationException: null },
    ];
    const measurement = measurementOf(
      decode({
        measurementSets: [
          { ...SET, measurements: [{ measureId: '398', value: { isEndToEndReported: false, strata } }] },
        ],
      }),
    );
    assert.equal(measurement?.kind, 'quality');
    if (measurement?.kind !== 'quality') return;
    assert.equal(measurement.isMultiStratum, true);
    assert.equal(measurement.strata[0]?.name?.value, 'overall');
    assert.equal(measurement.strata[0]?.eligiblePopulationException, null);
  });

  it('tells a PI proportion from a non-proportion measure by the set and the keys', () => {
    const kindOf = (category: string, value: unknown) =>
      measurementOf(
        decode({ measurementSets: [{ ...SET, category, measurements: [{ measureId: 'X', value }] }] }),
      )?.kind;
    assert.equal(kindOf('pi', { numerator: 1, denominator: 2 }), 'proportion');
    assert.equal(kindOf('quality', { numerator: 1, denominator: 2 }), 'nonProportion');
    assert.equal(kindOf('other', { numerator: 1, denominator: 2, observationInstances: 3 }), 'nonProportion');
    assert.equal(kindOf('ia', true), 'attestation');
    assert.equal(kindOf('ia', {}), 'unreadable');
  });

  it('reads any JSON value without throwing, with every place inside the text', () => {
    const key = fc.constantFrom(
      'measurementSets',
      'measurements',
      'measureId',
      'value',
      'strata',
      'stratum',
      'performanceMet',
      'numerator',
      'entityType',
      'submission',
      'data',
      'error',
      'errors',
      'category',
      'performanceStart',
    );
    const { any } = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(null, true, 1, -2.5, '2025', '2025-01-01', 'apm'),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(key, tie('any'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(any, (value) => {
        const text = JSON.stringify(value);
        const json = parseJson(text);
        const submission = decodeQppJson(json);
        readJsonPerformanceYear(submission, [2024, 2025]);
        for (const span of spansIn(submission)) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('readJsonPerformanceYear', () => {
  const yearOf = (value: unknown) => readJsonPerformanceYear(decode(value), [2023, 2024, 2025]);

  it('takes the performance year, also where it is text', () => {
    assert.equal(yearOf({ ...PARTICIPANT, measurementSets: [] }), 2025);
    assert.equal(yearOf({ ...PARTICIPANT, performanceYear: '2024', measurementSets: [] }), 2024);
  });

  it('takes the year of the dates where the performance year is none that is known', () => {
    const sets = [{ category: 'ia', performanceStart: '2024-01-01' }];
    assert.equal(yearOf({ ...PARTICIPANT, performanceYear: 20244, measurementSets: sets }), 2024);
    assert.equal(yearOf({ ...PARTICIPANT, performanceYear: 2016, measurementSets: [] }), 2016);
  });

  it('takes the year of the dates where there is none', () => {
    assert.equal(yearOf({ measurements: [], performanceStart: '2023-01-01' }), 2023);
  });

  it('knows no year where a placeholder stands', () => {
    const template = '< performanceYearToBeReported >';
    assert.equal(
      yearOf({
        performanceYear: template,
        measurementSets: [
          { ...SET, performanceStart: `${template}-01-01`, performanceEnd: `${template}-12-31` },
        ],
      }),
      null,
    );
  });
});
