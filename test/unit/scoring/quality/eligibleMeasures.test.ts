import assert from 'node:assert/strict';
import type { ClinicalCluster } from '../../../../server/src/catalog/catalog.ts';
import { measureApplicability } from '../../../../server/src/scoring/quality/eligibleMeasures.ts';

function cluster(fields: Partial<ClinicalCluster>): ClinicalCluster {
  const measureIds = fields.measureIds ?? ['901', '902'];
  return {
    submissionMethod: 'registry',
    kind: 'cluster',
    name: 'eyes',
    measureIds,
    triggers: measureIds,
    ...fields,
  };
}

const submitted = (ids: readonly string[], collectionType = 'registry') =>
  ids.map((measureId) => ({ measureId, collectionType }));

describe('measureApplicability', () => {
  it('shortens the list for a cluster reported whole', () => {
    const { kind } = measureApplicability(submitted(['901', '902']), 6, [cluster({})]);
    assert.equal(kind, 'reduced');
  });

  it('names what of a cluster was not reported', () => {
    assert.deepEqual(measureApplicability(submitted(['901']), 6, [cluster({})]), {
      kind: 'incomplete',
      cluster: 'eyes',
      unreported: ['902'],
    });
  });

  it('is content with one specialty set reported whole', () => {
    const clusters = [
      cluster({ kind: 'specialtySet', name: 'set' }),
      cluster({ measureIds: ['901', '909'] }),
    ];
    assert.equal(measureApplicability(submitted(['901', '902']), 6, clusters).kind, 'reduced');
  });

  it('does not apply to eCQMs, to mixed collection types, or to six measures', () => {
    const clusters = [cluster({})];
    const mixed = [...submitted(['901']), ...submitted(['902'], 'claims')];
    const six = submitted(['901', '902', '903', '904', '905', '906']);
    assert.equal(
      measureApplicability(submitted(['901'], 'electronicHealthRecord'), 6, clusters).kind,
      'notApplied',
    );
    assert.equal(measureApplicability(mixed, 6, clusters).kind, 'notApplied');
    assert.equal(measureApplicability(six, 6, clusters).kind, 'notApplied');
  });

  it('does not shorten the list for a measure that belongs to no cluster', () => {
    assert.equal(measureApplicability(submitted(['901', '902', '950']), 6, [cluster({})]).kind, 'notApplied');
  });

  it('lets only triggers ask for a cluster', () => {
    const clusters = [cluster({ triggers: ['902'] })];
    assert.equal(measureApplicability(submitted(['901']), 6, clusters).kind, 'notApplied');
  });
});
