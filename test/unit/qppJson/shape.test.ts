import assert from 'node:assert/strict';
import { parseJson } from '../../../server/src/json/parse.ts';
import { locateParts } from '../../../server/src/qppJson/shape.ts';

const shapeOf = (value: unknown) => locateParts(parseJson(JSON.stringify(value))).shape;

describe('The shape of a JSON text', () => {
  it('knows a submission file by its sets or its participant', () => {
    assert.equal(shapeOf({ entityType: 'group', measurementSets: [] }), 'submission');
    assert.equal(shapeOf({ entityType: 'group', performanceYear: 2025 }), 'submission');
  });

  it('knows the body of one measurement set by its category, method or submission', () => {
    assert.equal(shapeOf({ category: 'ia', submission: {}, measurements: [] }), 'measurement-set');
    assert.equal(shapeOf({ submissionId: 'x', measurements: [] }), 'measurement-set');
    assert.equal(shapeOf({ category: 'ia', submissionMethod: 'registry' }), 'measurement-set');
  });

  it('knows a PATCH body by measurements without anything that names a set', () => {
    assert.equal(shapeOf({ measurements: [], performanceStart: '2023-01-01' }), 'patch');
  });

  it('knows answers of the API by their wrapper', () => {
    assert.equal(shapeOf({ data: { submission: { measurementSets: [] } } }), 'response');
    assert.equal(shapeOf({ data: { measurementSet: { measurements: [], category: 'ia' } } }), 'response');
    assert.equal(shapeOf({ submission: { measurementSets: [] } }), 'response');
  });

  it('knows refusals of the API and of the converter', () => {
    assert.equal(
      shapeOf({ error: { type: 'ValidationError', message: 'no', details: [] } }),
      'error-response',
    );
    assert.equal(shapeOf({ errors: [{ sourceIdentifier: 'a.xml', details: [] }] }), 'error-response');
  });

  it('knows single measurements and sets that were cut out', () => {
    assert.equal(shapeOf({ measureId: '110', value: true }), 'fragment');
    assert.equal(shapeOf([{ category: 'ia', measurements: [] }]), 'fragment');
  });

  it('knows nothing of other JSON', () => {
    for (const other of [{}, [], 1, null, { name: 'a', version: '1' }, { data: {} }, { error: 'no' }]) {
      assert.equal(shapeOf(other), null);
    }
  });
});
