import assert from 'node:assert/strict';
import { activityNotPerformed } from '../../../server/src/rules/improvementActivities/activityNotPerformed.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';
import { found, replaced } from './oneRule.ts';

describe('An improvement activity', () => {
  const text = qrda3({ year: 2025, activities: ['IA_AHE_1'] });
  it('that was performed is silent', () => assert.deepEqual(found(activityNotPerformed, text), []));
  it('that was not performed earns nothing', () => {
    assert.deepEqual(found(activityNotPerformed, replaced(text, 'code="Y"', 'code="N"')), ['information: N']);
  });
});
