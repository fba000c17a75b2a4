import assert from 'node:assert/strict';
import { activeEngagement } from '../../../../server/src/rules/promotingInteroperability/activeEngagement.ts';
import { piAttestation } from '../../../../server/src/rules/promotingInteroperability/piAttestation.ts';
import { piIncomplete } from '../../../../server/src/rules/promotingInteroperability/piIncomplete.ts';
import { file, measurement, registrySet } from '../../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import type { PiEntry } from '../../../fixtures/qrda3/sections.ts';
import { found, problemsOf, replaced } from '../oneRule.ts';

/** Everything that Promoting Interoperability of 2025 needs. */
const COMPLETE: readonly PiEntry[] = [
  ['PI_EP_1', [3, 4]],
  ['PI_EP_2', true],
  ['PI_HIE_1', [3, 4]],
  ['PI_HIE_4', [3, 4]],
  ['PI_PEA_1', [3, 4]],
  ['PI_PHCDRR_1', true],
  ['PI_PHCDRR_1_PROD', true],
  ['PI_PHCDRR_3', true],
  ['PI_PHCDRR_3_PRE', true],
  ['PI_PPHI_1', true],
  ['PI_PPHI_2', true],
  ['PI_INFBLO_1', true],
  ['PI_ONCDIR_1', true],
];
const RULES = [piIncomplete, piAttestation, activeEngagement];

const file25 = (pi: readonly PiEntry[], year = 2025) => qrda3({ year, pi });
const without = (...ids: string[]) => COMPLETE.filter(([id]) => !ids.includes(id));
const messages = (text: string) => problemsOf(piIncomplete, text).map(({ message }) => message);

describe('Promoting Interoperability', () => {
  it('with everything required is silent', () => {
    for (const rule of RULES) assert.deepEqual(found(rule, file25(COMPLETE)), []);
  });

  it('with an exclusion instead of a measure is silent', () => {
    const excluded: readonly PiEntry[] = [
      ...without('PI_EP_1', 'PI_HIE_1'),
      ['PI_LVPP_1', true],
      ['PI_LVOTC_1', true],
    ];
    assert.deepEqual(messages(file25(excluded)), []);
  });

  it('by another way through an objective is silent', () => {
    for (const way of ['PI_HIE_5', 'PI_HIE_6']) {
      assert.deepEqual(messages(file25([...without('PI_HIE_1', 'PI_HIE_4'), [way, true]])), []);
    }
  });

  it('without a measure names the objective and what is missing', () => {
    const [message, ...others] = messages(file25(without('PI_HIE_4')));
    assert.match(message ?? '', /^Health Information Exchange: PI_HIE_4 is neither/);
    assert.deepEqual(others, []);
  });

  it('without any measure of an objective names every way', () => {
    assert.match(
      messages(file25(without('PI_HIE_1', 'PI_HIE_4')))[0] ?? '',
      /PI_HIE_1 and PI_HIE_4, or PI_HIE_5, or PI_HIE_6/,
    );
  });

  it('with a faulty value of a measure is told at the value, not as lacking the measure', () => {
    assert.deepEqual(messages(file25([...without('PI_PEA_1'), ['PI_PEA_1', [0, 4]]])), []);
    assert.deepEqual(messages(replaced(file25(COMPLETE), 'value="3"', 'value="three"')), []);
    assert.deepEqual(messages(replaced(file25(COMPLETE), 'code="Y"', 'code="Z"')), []);
  });

  it('with a required measure answered with no lacks it', () => {
    assert.match(messages(file25([...without('PI_EP_2'), ['PI_EP_2', false]]))[0] ?? '', /PI_EP_2/);
  });

  it('needed PI_EP_2 from 2023 on', () => {
    const early = COMPLETE.filter(([id]) => id !== 'PI_EP_2' && !/_PR/.test(id));
    assert.deepEqual(messages(file25(early, 2022)), []);
    assert.match(messages(file25(without('PI_EP_2'), 2023))[0] ?? '', /PI_EP_2/);
  });

  it('took any two registries to 2021, and two particular ones since', () => {
    const registries: readonly PiEntry[] = [
      ...without('PI_PHCDRR_1', 'PI_PHCDRR_3'),
      ['PI_PHCDRR_2', true],
      ['PI_PHCDRR_4', true],
    ];
    assert.deepEqual(messages(file25(registries, 2021)), []);
    assert.match(messages(file25(registries))[0] ?? '', /PI_PHCDRR_1 and PI_PHCDRR_3 must be/);
  });

  it('is looked at in QPP JSON too', () => {
    const set = registrySet([measurement('PI_EP_1', { numerator: 3, denominator: 4 })], { category: 'pi' });
    assert.equal(found(piIncomplete, file([set])).length, 4);
  });
});

describe('An attestation', () => {
  it('that is missing is told at the section, all missing ones at once', () => {
    assert.deepEqual(found(piAttestation, file25(without('PI_PPHI_1', 'PI_INFBLO_1'))), ['warning: section']);
  });

  it('answered with no is told at the answer', () => {
    const text = file25([...without('PI_PPHI_1'), ['PI_PPHI_1', false]]);
    assert.deepEqual(found(piAttestation, text), ['warning: N']);
  });

  it('about the SAFER guides may be no in 2022 and 2023, and must be yes from 2024 on', () => {
    const no: readonly PiEntry[] = [...without('PI_PPHI_2'), ['PI_PPHI_2', false]];
    assert.deepEqual(
      [2022, 2023, 2024, 2025].map((year) => found(piAttestation, file25(no, year)).length),
      [0, 0, 1, 1],
    );
  });

  it('about the SAFER guides was not asked for before 2022', () => {
    assert.deepEqual(
      [2021, 2022].map((year) => found(piAttestation, file25(without('PI_PPHI_2'), year)).length),
      [0, 1],
    );
  });
});

describe('A public health measure', () => {
  it('answered yes needs its level of active engagement from 2023 on', () => {
    const text = (year: number) => file25(without('PI_PHCDRR_1_PROD'), year);
    assert.deepEqual(found(activeEngagement, text(2025)), ['warning: PI_PHCDRR_1']);
    assert.deepEqual(found(activeEngagement, text(2022)), []);
  });

  it('answered no needs none', () => {
    const no: readonly PiEntry[] = [...without('PI_PHCDRR_1', 'PI_PHCDRR_1_PROD'), ['PI_PHCDRR_1', false]];
    assert.deepEqual(found(activeEngagement, file25(no)), []);
  });
});
