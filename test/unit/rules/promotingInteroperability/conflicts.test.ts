import assert from 'node:assert/strict';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import type { PiEntry } from '../../../fixtures/qrda3/sections.ts';
import { findingOf, marked } from '../findings.ts';

const RULES = ['pi-exclusion-conflict', 'pi-substitute-conflict', 'pi-measure-repeated'];

/** A QPP JSON file whose only set is this one. */
function json(year: number, entries: readonly PiEntry[]): string {
  const measurements = entries.map(([measureId, value]) => ({
    measureId,
    value: typeof value === 'boolean' ? value : { numerator: value[0], denominator: value[1] },
  }));
  const set = {
    category: 'pi',
    submissionMethod: 'registry',
    performanceStart: `${year}-01-01`,
    performanceEnd: `${year}-12-31`,
    measurements,
  };
  return JSON.stringify(
    {
      performanceYear: year,
      entityType: 'group',
      taxpayerIdentificationNumber: '000777777',
      measurementSets: [set],
    },
    null,
    2,
  );
}

const formats = {
  'QRDA III': (year: number, pi: readonly PiEntry[]) => qrda3({ year, pi }),
  'QPP JSON': json,
};

for (const [format, file] of Object.entries(formats)) {
  describe(`Promoting Interoperability in ${format}`, () => {
    it('is silent where every measure stands once, beside nothing that replaces it', () => {
      const pi: PiEntry[] = [
        ['PI_EP_1', [90, 100]],
        ['PI_EP_2', true],
        ['PI_HIE_1', [5, 10]],
        ['PI_HIE_4', [5, 10]],
        ['PI_PHCDRR_1', true],
        ['PI_PHCDRR_1_PROD', true],
      ];
      assert.deepEqual(marked(file(2025, pi), RULES), []);
    });

    it('cannot report a measure and its exclusion', () => {
      const pi: PiEntry[] = [
        ['PI_EP_1', [90, 100]],
        ['PI_LVPP_1', true],
      ];
      assert.deepEqual(marked(file(2025, pi), RULES), [['pi-exclusion-conflict', 'error', 'PI_LVPP_1']]);
    });

    it('knows the exclusions of 2019 too, which its data names in another form', () => {
      const pi: PiEntry[] = [
        ['PI_EP_1', [90, 100]],
        ['PI_LVPP_1', true],
      ];
      assert.deepEqual(marked(file(2019, pi), RULES), [['pi-exclusion-conflict', 'error', 'PI_LVPP_1']]);
    });

    it('only warns of an exclusion that is answered "no"', () => {
      const pi: PiEntry[] = [
        ['PI_EP_1', [90, 100]],
        ['PI_LVPP_1', false],
      ];
      assert.deepEqual(marked(file(2025, pi), RULES), [['pi-exclusion-conflict', 'warning', 'PI_LVPP_1']]);
    });

    it('cannot combine bi-directional exchange with sending or receiving', () => {
      const pi: PiEntry[] = [
        ['PI_HIE_1', [5, 10]],
        ['PI_HIE_4', [5, 10]],
        ['PI_HIE_5', true],
      ];
      assert.deepEqual(marked(file(2025, pi), RULES), [['pi-substitute-conflict', 'error', 'PI_HIE_5']]);
      assert.equal(findingOf('pi-substitute-conflict', file(2025, pi)).related?.length, 2);
    });

    it('cannot combine TEFCA exchange with sending, nor with bi-directional exchange', () => {
      assert.deepEqual(
        marked(
          file(2025, [
            ['PI_HIE_1', [5, 10]],
            ['PI_HIE_6', true],
          ]),
          RULES,
        ),
        [['pi-substitute-conflict', 'error', 'PI_HIE_6']],
      );
      assert.deepEqual(
        marked(
          file(2025, [
            ['PI_HIE_5', true],
            ['PI_HIE_6', true],
          ]),
          RULES,
        ),
        [['pi-substitute-conflict', 'error', 'PI_HIE_5']],
      );
    });

    it('cannot combine bi-directional exchange with an exclusion from sending', () => {
      assert.deepEqual(
        marked(
          file(2022, [
            ['PI_LVOTC_1', true],
            ['PI_HIE_5', true],
          ]),
          RULES,
        ),
        [['pi-substitute-conflict', 'error', 'PI_HIE_5']],
      );
    });

    it('is either in pre-production or in production', () => {
      const pi: PiEntry[] = [
        ['PI_PHCDRR_1', true],
        ['PI_PHCDRR_1_PRE', true],
        ['PI_PHCDRR_1_PROD', true],
      ];
      assert.deepEqual(marked(file(2025, pi), RULES), [
        ['pi-substitute-conflict', 'error', 'PI_PHCDRR_1_PRE'],
      ]);
    });

    it('cannot report a measure twice, and names both values', () => {
      const text = file(2025, [
        ['PI_EP_1', [90, 100]],
        ['PI_EP_1', [80, 100]],
      ]);
      assert.deepEqual(marked(text, RULES), [['pi-measure-repeated', 'error', 'PI_EP_1']]);
      assert.match(findingOf('pi-measure-repeated', text).message, /with 90\/100 and with 80\/100/);
    });
  });
}
