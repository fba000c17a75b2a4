import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../../server/src/scoring/options.ts';
import { scoreParticipants } from '../../../server/src/scoring/score.ts';
import { parseWhatIf, type WhatIf } from '../../../server/src/scoring/whatIf.ts';
import { catalogs, policies, score } from '../../fixtures/scores.ts';
import {
  answer,
  attestations,
  measurementSet,
  piSet,
  proportion,
  qualityAtRate,
  quality as qualityOf,
  submission,
} from '../../fixtures/submissions.ts';

const quality = (rate: number, programName?: string) =>
  measurementSet('quality', [qualityAtRate('236', rate)], programName ? { programName } : {});

describe('scoreSubmissions', () => {
  it('never combines individual and group data', () => {
    const individual = submission(2025, [quality(70)], { npi: '0000000001' });
    const group = submission(2025, [measurementSet('ia', [answer('IA_PCMH', true)])], {
      entityType: 'group',
    });
    const breakdown = score([individual, group]);
    assert.equal(breakdown.ia.isSubmitted, false);
    assert.match(breakdown.notes.join(' '), /never combined/);
  });

  it('gives PI zero when files of one participant conflict', () => {
    const file = (numerator: number) =>
      submission(2025, [piSet(2025, [proportion('PI_EP_1', numerator, 100), ...attestations(2025)])]);
    const { pi } = score([file(50), file(51)]);
    assert.match(
      pi.zeroReasons.map(({ reason }) => reason).join(' '),
      /PI_EP_1 was sent with different values/,
    );
  });

  it('does not score a year without policy', () => {
    for (const year of [2018, 2027]) {
      const breakdown = score(submission(year, [quality(70)]));
      assert.deepEqual([breakdown.status, breakdown.estimate.final], ['notScorable', null]);
    }
  });

  it('scores by another year when told to', () => {
    assert.equal(score(submission(2024, [quality(70)]), { performanceYear: 2025 }).performanceYear, 2025);
  });

  it('counts PI and activities sent for MIPS to the program of the quality data', () => {
    const data = submission(2025, [quality(70, 'G0053'), measurementSet('ia', [answer('IA_PCMH', true)])]);
    const breakdown = score(data);
    assert.deepEqual([breakdown.programName, breakdown.ia.percent], ['G0053', 100]);
  });
});

describe('scoreParticipants', () => {
  const all = (...submissions: Parameters<typeof scoreParticipants>[0]) =>
    scoreParticipants(submissions, DEFAULT_OPTIONS, catalogs, policies);

  it('scores each participant apart', () => {
    const group = submission(2025, [quality(70)], { entityType: 'group' });
    const individual = submission(2025, [quality(70)]);
    assert.deepEqual(
      all(individual, group, individual).map(({ participant }) => participant?.entityType),
      ['individual', 'group'],
    );
  });

  it('scores each program with quality data apart', () => {
    const data = submission(2025, [quality(70), quality(70, 'app1')]);
    assert.deepEqual(
      all(data).map(({ programName }) => programName),
      ['mips', 'app1'],
    );
  });
});

describe('parseWhatIf', () => {
  it('reads counts, answers and none', () => {
    assert.deepEqual(parseWhatIf('PI_EP_1=90/100')?.value, { kind: 'counts', met: 90, of: 100 });
    assert.deepEqual(parseWhatIf('PI_HIE_5 = yes')?.value, { kind: 'answer', yes: true });
    assert.deepEqual(parseWhatIf('130=none')?.value, { kind: 'leftOut' });
  });

  it('refuses anything else', () => {
    for (const text of ['', '236', '236=', '236=maybe', '236=3/2', '=1/2', '236=-1/2']) {
      assert.equal(parseWhatIf(text), null, text);
    }
  });
});

describe('a what-if', () => {
  const data = submission(2025, [quality(70), piSet(2025, [proportion('PI_EP_1', 50, 100)])]);
  const scoreWith = (...texts: readonly string[]) =>
    score(data, { whatIf: texts.map(parseWhatIf).filter((change): change is WhatIf => change !== null) });

  it('changes the counts of a measure and leaves its collection type', () => {
    const [row] = scoreWith('236=9/10').quality.measures;
    assert.deepEqual(
      [row?.performanceRate, row?.collectionType, row?.caseCount],
      [90, 'electronicHealthRecord', 10],
    );
  });

  it('adds a measure that was not sent and takes one out', () => {
    const ids = scoreWith('130=9/10', '236=none').quality.measures.map(({ measureId }) => measureId);
    assert.deepEqual(ids, ['130']);
  });

  it('changes PI and activities', () => {
    const breakdown = scoreWith('PI_EP_1=100/100', 'IA_PCMH=yes');
    assert.equal(breakdown.pi.measures.find(({ measureId }) => measureId === 'PI_EP_1')?.points, 10);
    assert.equal(breakdown.ia.percent, 100);
  });

  it('leaves exclusions, exceptions and those not reported on as the files have them', () => {
    const counts = { met: 50, notMet: 20, exclusions: 10, exceptions: 5, eligible: 100 };
    const sent = submission(2025, [measurementSet('quality', [qualityOf('236', counts)])]);
    const [row] = score(sent, {
      whatIf: [{ measureId: '236', value: { kind: 'counts', met: 60, of: 70 } }],
    }).quality.measures;
    assert.deepEqual([row?.caseCount, row?.dataCompleteness, row?.strata[0]?.exclusions], [100, 85, 10]);
  });

  it('changes one collection type of a measure only, if told so', () => {
    const both = submission(2025, [
      measurementSet('quality', [qualityAtRate('236', 70)]),
      measurementSet('quality', [qualityAtRate('236', 60)], { submissionMethod: 'registry' }),
    ]);
    const { measures } = score(both, {
      whatIf: [{ measureId: '236', collectionType: 'registry', value: { kind: 'counts', met: 9, of: 10 } }],
    }).quality;
    const rates = measures.map(({ collectionType, performanceRate }) => [collectionType, performanceRate]);
    assert.deepEqual(Object.fromEntries(rates), { electronicHealthRecord: 70, registry: 90 });
  });

  it('changes one rate of a measure with several', () => {
    const counts = (name: string) => ({ name, met: 5, notMet: 5 });
    const sent = submission(2025, [
      measurementSet('quality', [qualityOf('226', ['screening', 'counseling', 'overall'].map(counts))]),
    ]);
    const change = { measureId: '226', value: { kind: 'counts', met: 9, of: 10 } } as const;
    const [row] = score(sent, { whatIf: [{ ...change, stratum: 'screening' }] }).quality.measures;
    assert.deepEqual(
      row?.strata.map(({ performanceRate }) => performanceRate),
      [90, 50, 50],
    );
    assert.match(
      score(sent, { whatIf: [{ ...change, stratum: 'nobody' }] }).notes.join(),
      /226 has no rate "nobody"/,
    );
  });

  it('keeps the answers it does not change in their order', () => {
    const sent = submission(2025, [
      measurementSet('ia', [answer('IA_PM_2', false), answer('IA_PCMH', false)]),
    ]);
    const { activities } = score(sent, {
      whatIf: [{ measureId: 'IA_PM_2', value: { kind: 'answer', yes: true } }],
    }).ia;
    assert.deepEqual(
      activities.map(({ measureId, answer }) => [measureId, answer]),
      [
        ['IA_PM_2', { kind: 'yesNo', yes: true }],
        ['IA_PCMH', { kind: 'yesNo', yes: false }],
      ],
    );
  });

  it('says what it cannot change', () => {
    const { notes } = scoreWith('NOPE=1/2', '226=1/2', 'IA_PCMH=1/2', '236=yes');
    assert.equal(notes.length, 4);
  });
});
