import assert from 'node:assert/strict';
import { dayNumber, periodDays } from '../../../server/src/rules/period/calendar.ts';
import { periodDate } from '../../../server/src/rules/period/periodDate.ts';
import { periodLength } from '../../../server/src/rules/period/periodLength.ts';
import { periodOrder } from '../../../server/src/rules/period/periodOrder.ts';
import { periodYear } from '../../../server/src/rules/period/periodYear.ts';
import { file, registrySet } from '../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';
import { found, problemsOf, replaced } from './oneRule.ts';

const json = (
  performanceStart: string,
  performanceEnd: string,
  set: Readonly<Record<string, unknown>> = {},
  performanceYear = 2025,
) => file([registrySet([], { performanceStart, performanceEnd, ...set })], { performanceYear });
const xml = qrda3({ year: 2025, quality: [], pi: [], activities: [] });
const RULES = [periodDate, periodYear, periodOrder, periodLength];

describe('A performance period', () => {
  it('of the whole year is silent in both formats', () => {
    for (const rule of RULES) {
      assert.deepEqual(found(rule, xml), []);
      assert.deepEqual(found(rule, json('2025-01-01', '2025-12-31')), []);
    }
  });

  it('in QPP JSON begins and ends on real days', () => {
    assert.equal(found(periodDate, json('2025-02-30', '2025-12-31')).length, 1);
    assert.equal(found(periodDate, json('01/01/2025', '2025-12-31')).length, 1);
    assert.deepEqual(found(periodDate, json('2024-02-29', '2024-12-31')), []);
  });

  it('in QRDA III that the converter draws back is a warning with what it makes of it', () => {
    const text = replaced(xml, '20251231', '20251131');
    assert.deepEqual(found(periodDate, text), ['warning: 20251131']);
    assert.match(problemsOf(periodDate, text)[0]?.message ?? '', /reads it as 2025-11-30/);
  });

  it('lies in the year the JSON says', () => {
    assert.equal(found(periodYear, json('2024-01-01', '2025-12-31')).length, 1);
    assert.equal(found(periodYear, json('2024-01-01', '2024-12-31')).length, 2);
  });

  it('of one section that lies in another year than the others is underlined, be it the first', () => {
    assert.deepEqual(found(periodYear, replaced(xml, '20250101', '20240101')), ['error: 20240101']);
  });

  it('does not end before it begins', () => {
    assert.equal(found(periodOrder, json('2025-06-01', '2025-01-31')).length, 1);
    assert.deepEqual(found(periodOrder, json('2025-06-01', '2025-06-01')), []);
  });

  it('with its end in another year is told once, as that', () => {
    assert.deepEqual(found(periodOrder, replaced(xml, '20251231', '20241231')), []);
    assert.deepEqual(found(periodYear, replaced(xml, '20251231', '20241231')), ['error: 20241231']);
  });

  const lengths: readonly [category: string, year: number, end: string, findings: number][] = [
    ['pi', 2023, '03-31', 0],
    ['pi', 2023, '03-30', 1],
    ['pi', 2025, '06-29', 0],
    ['pi', 2025, '06-28', 1],
    ['ia', 2025, '03-31', 0],
    ['ia', 2025, '03-30', 1],
    ['quality', 2025, '12-31', 0],
    ['quality', 2025, '12-30', 1],
  ];
  for (const [category, year, end, findings] of lengths) {
    it(`of ${category} in ${year} from January 1 to ${end} is ${findings === 0 ? 'long enough' : 'too short'}`, () => {
      // 2023 has its 90th day on March 31, 2025 its 180th on June 29.
      assert.equal(
        found(periodLength, json(`${year}-01-01`, `${year}-${end}`, { category }, year)).length,
        findings,
      );
    });
  }
});

describe('The calendar', () => {
  it('counts both ends of a period', () => assert.equal(periodDays('2025-01-01', '2025-12-31'), 365));

  it('knows leap years', () => {
    assert.notEqual(dayNumber('2024-02-29'), null);
    assert.equal(dayNumber('2025-02-29'), null);
  });
});
