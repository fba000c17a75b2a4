import assert from 'node:assert/strict';
import { clinicalClustersFrom } from '../../../server/src/catalog/cmsData/clinicalClusters.ts';

describe('clinicalClustersFrom', () => {
  it('gives each set once, with the measures whose rows name it as triggers', () => {
    const eyes = { name: 'eyes', measureIds: ['903', '901', '902'] };
    const clusters = clinicalClustersFrom([
      { measureId: '902', submissionMethod: 'registry', clinicalClusters: [eyes] },
      { measureId: '901', submissionMethod: 'registry', clinicalClusters: [eyes] },
    ]);
    assert.deepEqual(clusters, [
      {
        submissionMethod: 'registry',
        kind: 'cluster',
        name: 'eyes',
        measureIds: ['901', '902', '903'],
        triggers: ['901', '902'],
      },
    ]);
  });

  it('keeps sets of the same name apart by collection type and kind', () => {
    const eyes = { name: 'eyes', measureIds: ['901'] };
    const clusters = clinicalClustersFrom([
      { measureId: '901', submissionMethod: 'registry', clinicalClusters: [eyes], specialtySets: [eyes] },
      { measureId: '901', submissionMethod: 'claims', clinicalClusters: [eyes] },
    ]);
    assert.equal(clusters.length, 3);
  });
});
