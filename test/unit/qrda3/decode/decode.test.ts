import assert from 'node:assert/strict';
import { decodeQrda3 } from '../../../../server/src/qrda3/decode/decode.ts';
import { buildNodes } from '../../../../server/src/qrda3/decode/nodes.ts';
import type { QualityMeasurement, Submission } from '../../../../server/src/submission/submission.ts';
import type { Sourced } from '../../../../server/src/text/span.ts';
import { parseXml } from '../../../../server/src/xml/parse.ts';
import { knowledge } from '../../../fixtures/knowledge.ts';
import { OIDS, qrda3 } from '../../../fixtures/qrda3/document.ts';

function decode(text: string, year: number | null = 2025): Submission {
  const nodes = buildNodes(parseXml(text));
  assert(nodes);
  return decodeQrda3(nodes, year === null ? undefined : knowledge.catalogs.year(year));
}

function quality(text: string, year: number | null = 2025): QualityMeasurement {
  const measurement = decode(text, year).measurementSets[0]?.measurements[0];
  assert(measurement?.kind === 'quality');
  return measurement;
}

/** The value, after making sure that it stands where its span says. */
function at<T>(text: string, sourced: Sourced<T> | null | undefined): T | undefined {
  if (sourced)
    assert.equal(
      text.slice(sourced.span.start, sourced.span.end).toLowerCase(),
      String(sourced.value).toLowerCase(),
    );
  return sourced?.value;
}

const COUNTS = {
  initialPopulation: 200,
  denominator: 190,
  denominatorExclusion: 20,
  denominatorException: 10,
  numerator: 100,
};

describe('Decoding the head of a QRDA III file', () => {
  const cases = [
    ['MIPS_INDIV', 'individual', 'mips'],
    ['MIPS_GROUP', 'group', 'mips'],
    ['mips_group', 'group', 'mips'],
    ['MIPS_VIRTUALGROUP', 'virtualGroup', 'mips'],
    ['MIPS_APMENTITY', 'apm', 'mips'],
    ['MIPS_SUBGROUP', 'subgroup', 'mips'],
    ['MIPS_APP1_APMENTITY', 'apm', 'app1'],
    ['APP_PLUS_INDIV', 'individual', 'appPlus'],
    ['PCF', 'apm', 'pcf'],
  ] as const;
  for (const [program, entityType, programName] of cases) {
    it(`reads ${program} as ${entityType} of ${programName}`, () => {
      const submission = decode(qrda3({ year: 2025, program, quality: [] }));
      assert.equal(submission.entityType?.value, entityType);
      assert.equal(submission.measurementSets[0]?.programName?.value, programName);
    });
  }

  it('gives an unknown program no entity type', () => {
    assert.equal(decode(qrda3({ year: 2025, program: 'MIPS_TEAM', quality: [] })).entityType, null);
  });

  it('files an individual under TIN and NPI, a group under its TIN alone', () => {
    const ids = { year: 2025, tin: '000777777', npi: '0777777777', quality: [] };
    const individual = decode(qrda3({ ...ids, program: 'MIPS_INDIV' }));
    assert.equal(individual.nationalProviderIdentifier?.value, '0777777777');
    const group = decode(qrda3({ ...ids, program: 'MIPS_GROUP' }));
    assert.equal(group.nationalProviderIdentifier, null);
    assert.equal(group.taxpayerIdentificationNumber?.value, '000777777');
  });

  it('lists every participant id with its place, also those that do not belong', () => {
    const text = qrda3({
      year: 2025,
      npi: 'NA',
      organizationIds: { [OIDS.apmEntity]: 'A1059', [OIDS.subgroup]: 'SG-00000001' },
      quality: [],
    });
    const { identifiers } = decode(text);
    assert.deepEqual(
      identifiers.map(({ kind, value, nullFlavor }) => [kind, value, nullFlavor]),
      [
        ['npi', null, 'NA'],
        ['tin', '000777777', null],
        ['apmEntityId', 'A1059', null],
        ['subgroupId', 'SG-00000001', null],
      ],
    );
    for (const { value, span } of identifiers)
      if (value) assert.equal(text.slice(span.start, span.end), value);
  });

  it('lets an MVP id take the place of the program in every set', () => {
    const text = qrda3({ year: 2025, mvp: 'G0055', quality: [], pi: [], activities: [] });
    assert.deepEqual(
      decode(text).measurementSets.map(({ programName }) => at(text, programName)),
      ['G0055', 'G0055', 'G0055'],
    );
  });

  it('reads no MVP for a virtual group and for APP', () => {
    for (const program of ['MIPS_VIRTUALGROUP', 'MIPS_APP1_GROUP']) {
      const [set] = decode(qrda3({ year: 2025, program, mvp: 'G0055', quality: [] })).measurementSets;
      assert.notEqual(set?.programName?.value, 'G0055');
    }
  });

  it('gives the certification id with quality and Promoting Interoperability only', () => {
    const text = qrda3({ year: 2025, quality: [], pi: [], activities: [] });
    assert.deepEqual(
      decode(text).measurementSets.map(({ cehrtId }) => at(text, cehrtId)),
      ['0015CABCDEFGH12', '0015CABCDEFGH12', undefined],
    );
  });

  it('takes the year from the reporting parameters, else from the document template', () => {
    const text = qrda3({ year: 2022, quality: [] });
    assert.equal(decode(text).performanceYear?.value, 2022);
    assert.equal(decode(text.replace(/<low [^>]*>/g, '')).performanceYear?.value, 2022);
    assert.equal(decode('<ClinicalDocument/>').performanceYear, null);
  });
});

describe('Decoding the measures of a QRDA III file', () => {
  it('lays a measure with one rate out by the codes of its populations', () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS2', counts: COUNTS }] });
    const [stratum] = quality(text).strata;
    assert.equal(quality(text).measureId?.value, '134');
    assert.equal(at(text, stratum?.eligiblePopulation), 190);
    assert.equal(at(text, stratum?.performanceMet), 100);
    assert.equal(at(text, stratum?.eligiblePopulationExclusion), 20);
    assert.equal(at(text, stratum?.eligiblePopulationException), 10);
    assert.equal(stratum?.performanceNotMet?.value, 60);
  });

  it('lays a measure with several rates out by the GUIDs of its populations, and names the strata', () => {
    const { isMultiStratum, strata } = quality(qrda3({ year: 2025, quality: [{ ecqm: 'CMS138' }] }));
    assert.equal(isMultiStratum, true);
    assert.deepEqual(
      strata.map(({ name }) => name?.value),
      ['reporting', 'performance', 'combinedPopulations'],
    );
  });

  it('adds up the population sets of measures that QPP JSON knows one rate of', () => {
    const { measureId, isMultiStratum, strata } = quality(
      qrda3({ year: 2025, quality: [{ ecqm: 'CMS145', counts: COUNTS }] }),
    );
    assert.equal(measureId?.value, '007');
    assert.equal(isMultiStratum, false);
    assert.equal(strata[0]?.eligiblePopulation?.value, 380);
    assert.equal(strata[0]?.eligiblePopulationException?.value, 20);
  });

  it('fills measure 370 up to two strata', () => {
    const { measureId, strata } = quality(
      qrda3({ year: 2025, quality: [{ ecqm: 'CMS159', counts: COUNTS }] }),
    );
    assert.equal(measureId?.value, '370');
    assert.deepEqual(strata.map(({ performanceMet }) => performanceMet?.value).sort(), [0, 100]);
  });

  it('keeps the populations of a measure whose GUID it does not know', () => {
    const measurement = quality(qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }), null);
    assert.equal(measurement.measureId, null);
    assert.equal(measurement.populations.length, 4);
    assert.equal(measurement.strata[0]?.performanceMet?.value, 60);
  });

  it('does not guess the strata of an unknown measure with repeated populations', () => {
    assert.deepEqual(quality(qrda3({ year: 2025, quality: [{ ecqm: 'CMS138' }] }), null).strata, []);
  });

  it('reads rates and answers', () => {
    const text = qrda3({
      year: 2025,
      quality: [{ ecqm: 'CMS165' }],
      pi: [
        ['PI_EP_1', [3, 4]],
        ['PI_PPHI_1', false],
      ],
      activities: ['IA_AHE_1'],
    });
    assert.equal(quality(text).reportedRates[0]?.rate?.value, 0.666667);
    const [, pi, ia] = decode(text).measurementSets;
    assert.deepEqual(
      pi?.measurements.map((entry) => [
        entry.measureId?.value,
        entry.kind === 'proportion'
          ? [entry.numerator?.value, entry.denominator?.value]
          : entry.kind === 'attestation' && entry.value?.value,
      ]),
      [
        ['PI_EP_1', [3, 4]],
        ['PI_PPHI_1', false],
      ],
    );
    assert.equal(ia?.measurements[0]?.measureId?.value, 'IA_AHE_1');
  });

  it('makes a set of measures whose section lacks its template', () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }).replace('27.2.3', '27.2.9');
    const [set] = decode(text).measurementSets;
    assert.equal(set?.category?.value, 'quality');
    assert.equal(set?.measurements.length, 1);
  });

  it('keeps a boundary of the period that is no real day as it is written', () => {
    const [set] = decode(qrda3({ year: 2025, quality: [] }).replace('20250101', '20250230')).measurementSets;
    assert.equal(set?.performanceStart?.value, '20250230');
    assert.equal(set?.performanceEnd?.value, '2025-12-31');
  });
});
