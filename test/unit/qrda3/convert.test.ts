import assert from 'node:assert/strict';
import { type Conversion, convertQrda3 } from '../../../server/src/qrda3/convert.ts';
import { buildNodes } from '../../../server/src/qrda3/decode/nodes.ts';
import { parseXml } from '../../../server/src/xml/parse.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';

function convert(text: string, year = 2025): Conversion {
  const nodes = buildNodes(parseXml(text));
  assert(nodes);
  return convertQrda3(nodes, knowledge.catalogs.year(year));
}

describe('Converting QRDA III to QPP JSON', () => {
  it("writes the converter's keys in the converter's order", () => {
    const text = qrda3({
      year: 2025,
      program: 'MIPS_INDIV',
      npi: '0777777777',
      quality: [{ ecqm: 'CMS165' }],
      pi: [['PI_EP_1', [3, 4]]],
      activities: ['IA_AHE_1'],
    });
    assert.equal(
      JSON.stringify(convert(text).json),
      JSON.stringify({
        performanceYear: 2025,
        entityType: 'individual',
        nationalProviderIdentifier: '0777777777',
        taxpayerIdentificationNumber: '000777777',
        measurementSets: [
          {
            category: 'quality',
            submissionMethod: 'electronicHealthRecord',
            cehrtId: '0015CABCDEFGH12',
            measurements: [
              {
                measureId: '236',
                value: {
                  isEndToEndReported: true,
                  performanceMet: 60,
                  eligiblePopulationExclusion: 10,
                  performanceNotMet: 30,
                  eligiblePopulation: 100,
                },
              },
            ],
            programName: 'mips',
            performanceStart: '2025-01-01',
            performanceEnd: '2025-12-31',
            source: 'qrda3',
          },
          {
            category: 'pi',
            submissionMethod: 'electronicHealthRecord',
            cehrtId: '0015CABCDEFGH12',
            measurements: [{ measureId: 'PI_EP_1', value: { numerator: 3, denominator: 4 } }],
            programName: 'mips',
            performanceStart: '2025-01-01',
            performanceEnd: '2025-12-31',
            source: 'qrda3',
          },
          {
            category: 'ia',
            submissionMethod: 'electronicHealthRecord',
            measurements: [{ measureId: 'IA_AHE_1', value: true }],
            programName: 'mips',
            performanceStart: '2025-01-01',
            performanceEnd: '2025-12-31',
            source: 'qrda3',
          },
        ],
      }),
    );
  });

  it('loses every set of an APP file with an unknown measure, and tells where', () => {
    const guid = '40280000-0000-0000-0000-000000000000';
    const text = qrda3({
      year: 2025,
      program: 'MIPS_APP1_GROUP',
      quality: [{ ecqm: 'CMS165', guid }],
      activities: ['IA_AHE_1'],
    });
    const { json, breakdown } = convert(text);
    assert.deepEqual(Object.keys(json), ['performanceYear', 'entityType', 'taxpayerIdentificationNumber']);
    assert(breakdown);
    assert.equal(text.slice(breakdown.span.start, breakdown.span.end), guid);
  });

  it('leaves measurements out of a section that has none', () => {
    const { json } = convert(qrda3({ year: 2025, pi: [] }));
    const [set] = json.measurementSets as unknown as Record<string, unknown>[];
    assert.equal(set?.category, 'pi');
    assert(set && !('measurements' in set));
  });

  it('draws a day that does not exist back to the end of its month', () => {
    const { json } = convert(qrda3({ year: 2025, pi: [] }).replace('20251231', '20250231'));
    const [set] = json.measurementSets as unknown as Record<string, unknown>[];
    assert.equal(set?.performanceEnd, '2025-02-28');
  });
});
