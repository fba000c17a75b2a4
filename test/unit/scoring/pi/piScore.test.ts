import assert from 'node:assert/strict';
import type { PiBreakdown } from '../../../../server/src/scoring/breakdown.ts';
import type { ScoreOptions } from '../../../../server/src/scoring/options.ts';
import type { Measurement } from '../../../../server/src/submission/submission.ts';
import { score } from '../../../fixtures/scores.ts';
import {
  answer,
  attestations,
  piSet,
  proportion,
  publicHealth,
  submission,
} from '../../../fixtures/submissions.ts';

/** Everything a year asks for at 50 %, without the ids of `without` and with `added`. */
function pi(
  year: number,
  change: {
    readonly without?: readonly string[];
    readonly added?: readonly Measurement[];
    readonly set?: Parameters<typeof piSet>[2];
    readonly options?: Partial<ScoreOptions>;
  } = {},
): PiBreakdown {
  const measurements: Measurement[] = [
    ...['PI_EP_1', 'PI_HIE_1', 'PI_HIE_4', 'PI_PEA_1'].map((id) => proportion(id, 50, 100)),
    ...(year >= 2023 ? [answer('PI_EP_2', true)] : []),
    ...publicHealth(year),
    ...attestations(year),
  ];
  const kept = measurements.filter(({ measureId }) => !change.without?.includes(measureId?.value ?? ''));
  const all = [...kept, ...(change.added ?? [])];
  return score(submission(year, [piSet(year, all, change.set)]), change.options).pi;
}

const pointsOf = (breakdown: PiBreakdown, id: string) =>
  breakdown.measures.find((row) => row.measureId === id)?.points;
const maxPointsOf = (breakdown: PiBreakdown, id: string) =>
  breakdown.measures.find((row) => row.measureId === id)?.maxPoints;
const causes = (breakdown: PiBreakdown) => breakdown.zeroReasons.map(({ reason }) => reason).join(' ');

describe('the points of PI', () => {
  it('are those of the year', () => {
    assert.equal(pi(2019).subtotal, 5 + 10 + 10 + 20 + 10);
    assert.equal(pi(2025).subtotal, 5 + 10 + 8 + 8 + 13 + 25);
  });

  it('round half up and are at least 1 for one patient', () => {
    const one = pi(2025, { without: ['PI_EP_1'], added: [proportion('PI_EP_1', 1, 1000)] });
    const half = pi(2025, { without: ['PI_EP_1'], added: [proportion('PI_EP_1', 45, 100)] });
    assert.deepEqual([pointsOf(one, 'PI_EP_1'), pointsOf(half, 'PI_EP_1')], [1, 5]);
  });

  it('are 30 for bi-directional exchange or TEFCA in place of the two referral measures', () => {
    for (const id of ['PI_HIE_5', 'PI_HIE_6']) {
      const breakdown = pi(2025, { without: ['PI_HIE_1', 'PI_HIE_4'], added: [answer(id, true)] });
      assert.deepEqual([breakdown.status, pointsOf(breakdown, id)], ['scored', 30]);
    }
  });

  it('give the public health bonus once', () => {
    const added = ['PI_PHCDRR_2', 'PI_PHCDRR_4'].flatMap((id) => [
      answer(id, true),
      answer(`${id}_PRE`, true),
    ]);
    assert.equal(pi(2025, { added }).subtotal, pi(2025).subtotal + 5);
  });

  it('give no bonus to a registration without its level of engagement', () => {
    assert.equal(pi(2025, { added: [answer('PI_PHCDRR_2', true)] }).subtotal, pi(2025).subtotal);
  });

  it('never make more than 100 %', () => {
    const full = ['PI_EP_1', 'PI_HIE_1', 'PI_HIE_4', 'PI_PEA_1'];
    const breakdown = pi(2022, {
      without: full,
      added: [
        ...full.map((id) => proportion(id, 9, 9)),
        answer('PI_EP_2', true),
        answer('PI_PHCDRR_2', true),
      ],
    });
    assert.deepEqual([breakdown.subtotal, breakdown.percent], [115, 100]);
  });

  it('count a second registry of the same kind until 2021', () => {
    const breakdown = pi(2020, { without: ['PI_PHCDRR_2'], added: [answer('PI_PHCDRR_1_MULTI', true)] });
    assert.deepEqual([breakdown.status, pointsOf(breakdown, 'PI_PHCDRR_1_MULTI')], ['scored', 5]);
  });
});

describe('the points of an excluded PI measure', () => {
  it('go from e-prescribing to the two referral measures', () => {
    const breakdown = pi(2025, { without: ['PI_EP_1'], added: [answer('PI_LVPP_1', true)] });
    assert.deepEqual([maxPointsOf(breakdown, 'PI_HIE_1'), maxPointsOf(breakdown, 'PI_HIE_4')], [20, 20]);
    assert.equal(breakdown.status, 'scored');
  });

  it('go from the query of drug monitoring to e-prescribing', () => {
    const breakdown = pi(2025, { without: ['PI_EP_2'], added: [answer('PI_EP_2_EX_1', true)] });
    assert.equal(maxPointsOf(breakdown, 'PI_EP_1'), 20);
  });

  it('go from all of e-prescribing to bi-directional exchange, when that was chosen', () => {
    const breakdown = pi(2025, {
      without: ['PI_EP_1', 'PI_EP_2', 'PI_HIE_1', 'PI_HIE_4'],
      added: [answer('PI_LVPP_1', true), answer('PI_EP_2_EX_1', true), answer('PI_HIE_5', true)],
    });
    assert.equal(pointsOf(breakdown, 'PI_HIE_5'), 50);
  });

  it('go from both referral measures to patient access, marked as uncertain', () => {
    const breakdown = pi(2025, {
      without: ['PI_HIE_1', 'PI_HIE_4'],
      added: [answer('PI_LVOTC_1', true), answer('PI_LVITC_2', true)],
    });
    const row = breakdown.measures.find(({ measureId }) => measureId === 'PI_PEA_1');
    assert.deepEqual([row?.maxPoints, row?.confidence], [55, 'low']);
  });

  it('go from one public health registration to the other', () => {
    const breakdown = pi(2025, {
      without: ['PI_PHCDRR_3', 'PI_PHCDRR_3_PROD'],
      added: [answer('PI_PHCDRR_3_EX_1', true)],
    });
    assert.equal(pointsOf(breakdown, 'PI_PHCDRR_1'), 25);
  });

  it('go from both public health registrations to patient access', () => {
    const breakdown = pi(2025, {
      without: ['PI_PHCDRR_1', 'PI_PHCDRR_1_PROD', 'PI_PHCDRR_3', 'PI_PHCDRR_3_PROD'],
      added: [answer('PI_PHCDRR_1_EX_1', true), answer('PI_PHCDRR_3_EX_1', true)],
    });
    assert.deepEqual([breakdown.status, maxPointsOf(breakdown, 'PI_PEA_1')], ['scored', 50]);
  });

  it('still add up to 100', () => {
    const exclusions = ['PI_LVPP_1', 'PI_EP_2_EX_2', 'PI_LVITC_2', 'PI_PHCDRR_1_EX_1', 'PI_PHCDRR_3_EX_2'];
    const breakdown = pi(2025, {
      without: [
        'PI_EP_1',
        'PI_EP_2',
        'PI_HIE_4',
        ...publicHealth(2025).map((entry) => entry.measureId?.value ?? ''),
      ],
      added: exclusions.map((id) => answer(id, true)),
    });
    const reachable = breakdown.measures.reduce((sum, row) => sum + row.maxPoints, 0);
    assert.deepEqual([breakdown.status, reachable], ['scored', 100]);
  });
});

describe('PI is zero', () => {
  const zeroCases: readonly (readonly [string, number, Parameters<typeof pi>[1], RegExp])[] = [
    ['without a required measure', 2025, { without: ['PI_PEA_1'] }, /PI_PEA_1 was neither/],
    [
      'with a numerator of 0',
      2025,
      { without: ['PI_PEA_1'], added: [proportion('PI_PEA_1', 0, 40)] },
      /PI_PEA_1 is 0\/40/,
    ],
    ['without an attestation', 2025, { without: ['PI_ONCDIR_1'] }, /PI_ONCDIR_1 is missing/],
    [
      'with an attestation answered with no',
      2025,
      { without: ['PI_PPHI_1'], added: [answer('PI_PPHI_1', false)] },
      /PI_PPHI_1 was answered with no/,
    ],
    [
      'with SAFER guides answered with no, from 2024',
      2024,
      { without: ['PI_PPHI_2'], added: [answer('PI_PPHI_2', false)] },
      /PI_PPHI_2/,
    ],
    [
      'without a public health registration',
      2025,
      { without: ['PI_PHCDRR_3'] },
      /PI_PHCDRR_1 and PI_PHCDRR_3/,
    ],
    ['without level of engagement', 2025, { without: ['PI_PHCDRR_3_PROD'] }, /_PRE or _PROD/],
    [
      'with a measure and its exclusion',
      2025,
      { added: [answer('PI_LVPP_1', true)] },
      /its exclusion PI_LVPP_1/,
    ],
    [
      'with a referral measure beside bi-directional exchange',
      2025,
      { added: [answer('PI_HIE_5', true)] },
      /PI_HIE_1, PI_HIE_4, PI_HIE_5/,
    ],
    [
      'with both levels of engagement',
      2025,
      { added: [answer('PI_PHCDRR_1_PRE', true)] },
      /PI_PHCDRR_1_PRE and PI_PHCDRR_1_PROD/,
    ],
    [
      'with different values of a measure',
      2025,
      { added: [proportion('PI_EP_1', 60, 100)] },
      /different values/,
    ],
    ['without CEHRT ID', 2025, { set: { cehrtId: null } }, /No CMS EHR certification ID/],
    [
      'with a CEHRT ID of an older edition',
      2025,
      { set: { cehrtId: 'XX15EXXXXXXXXXX' } },
      /not valid for 2025/,
    ],
    [
      'with a period of less than 180 days from 2024',
      2025,
      { set: { performanceStart: '2025-01-01', performanceEnd: '2025-06-28' } },
      /179 days; 2025 needs 180/,
    ],
  ];
  for (const [when, year, change, cause] of zeroCases) {
    it(when, () => {
      const breakdown = pi(year, change);
      assert.deepEqual([breakdown.status, breakdown.percent], ['zero', 0]);
      assert.match(causes(breakdown), cause);
    });
  }

  it('for one cause only, when there is one', () => {
    assert.equal(pi(2025, { without: ['PI_PEA_1'] }).zeroReasons.length, 1);
  });
});

describe('PI is not zero', () => {
  it('with SAFER guides answered with no until 2023', () => {
    const breakdown = pi(2023, { without: ['PI_PPHI_2'], added: [answer('PI_PPHI_2', false)] });
    assert.equal(breakdown.status, 'scored');
  });

  it('with the same measure sent twice with the same value', () => {
    assert.equal(pi(2025, { added: [proportion('PI_EP_1', 50, 100)] }).status, 'scored');
  });

  it('with 90 days until 2023', () => {
    const set = { performanceStart: '2023-07-01', performanceEnd: '2023-09-28' };
    assert.equal(pi(2023, { set }).status, 'scored');
  });

  it('with any CEHRT ID in a year whose format is not published', () => {
    assert.equal(pi(2026, { set: { cehrtId: 'ANYTHING' } }).status, 'scored');
  });
});

describe('PI without data', () => {
  const status = (year: number, smallPractice: boolean) =>
    score(submission(year, []), { smallPractice }).pi.status;

  it('is reweighted for a small practice from 2022', () => {
    assert.deepEqual([status(2021, true), status(2022, true)], ['notSubmitted', 'reweighted']);
  });

  it('is not reweighted for others', () => {
    assert.equal(status(2025, false), 'notSubmitted');
  });
});

describe('the objectives of PI', () => {
  it('are all completed by a complete submission', () => {
    const { objectivesCompleted, objectivesRequired } = pi(2025);
    assert.deepEqual([objectivesCompleted, objectivesRequired], [6, 6]);
  });

  it('lack the one whose measure is missing', () => {
    const { objectives } = pi(2025, { without: ['PI_PEA_1'] });
    const open = objectives.filter(({ completed }) => !completed).map(({ objective }) => objective);
    assert.deepEqual(open, ['providerToPatientExchange']);
  });
});
