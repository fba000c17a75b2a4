import assert from 'node:assert/strict';
import { file, INDIVIDUAL, measurement, RATE, registrySet } from '../../../fixtures/qppJson/submission.ts';
import { findingsIn, fixed, marked } from '../findings.ts';

const SET = registrySet([measurement('236', RATE)]);

const shapeOf = (value: unknown) => marked(JSON.stringify(value, null, 2), ['json-shape']);

describe('A shape that is not a file for upload', () => {
  it('is told of the body of one set, which becomes a file by the fix', () => {
    const text = JSON.stringify({ ...SET, submission: INDIVIDUAL }, null, 2);
    assert.deepEqual(marked(text, ['json-shape']), [['json-shape', 'information', '{']]);
    assert.deepEqual(JSON.parse(fixed(text, 'json-shape')), JSON.parse(file([SET])));
  });

  it('is an error in an answer of the API, which the fix unwraps and rids of what CMS has added', () => {
    const text = JSON.stringify(
      { data: { submission: { ...INDIVIDUAL, id: 'x', measurementSets: [SET] } } },
      null,
      2,
    );
    assert.deepEqual(
      findingsIn(text)
        .filter(({ layer }) => layer === 'upload')
        .map(({ rule, severity }) => [rule, severity]),
      [['json-shape', 'error']],
    );
    assert.deepEqual(JSON.parse(fixed(text, 'json-shape')), JSON.parse(file([SET])));
  });

  it('is told of a PATCH body and of single measurements, and nothing else is missing in them', () => {
    const patch = {
      measurements: SET.measurements,
      performanceStart: '2025-01-01',
      performanceEnd: '2025-12-31',
    };
    for (const part of [patch, measurement('236', RATE), [SET]]) {
      const findings = findingsIn(JSON.stringify(part)).filter(({ layer }) => layer === 'upload');
      assert.deepEqual(
        findings.map(({ rule, severity }) => [rule, severity]),
        [['json-shape', 'information']],
      );
    }
  });

  it('is not told of a file', () => {
    assert.deepEqual(shapeOf(JSON.parse(file([SET]))), []);
  });

  it('does not keep the content from being checked', () => {
    const text = JSON.stringify({ ...SET, submission: INDIVIDUAL, category: 'Quality' });
    assert.equal(marked(text, ['json-value-unknown']).length, 1);
  });
});
