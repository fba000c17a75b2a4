import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { committedSchemas } from '../../../scripts/jsonSchema/committedSchemas.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import {
  file,
  fileOf,
  measurement,
  RATE,
  registrySet,
  STRATA,
  stratum,
} from '../../fixtures/qppJson/submission.ts';

const SCHEMAS = path.resolve(__dirname, '../../../schemas');

// `enumDescriptions` is a keyword of editors; the format of dates is checked by their pattern.
const ajv = new Ajv({ strict: false, allErrors: true, formats: { date: true } });

function readSchema(year: number): object {
  return JSON.parse(readFileSync(path.join(SCHEMAS, String(year), 'qpp-json.schema.json'), 'utf8'));
}

const validate2025 = ajv.compile(readSchema(2025));

/** Where the schema of 2025 finds fault with a text, as paths without the way down to the value. */
function faultsIn(text: string): string[] {
  validate2025(JSON.parse(text));
  return (validate2025.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe('the JSON schema', () => {
  for (const { path: name, text } of committedSchemas(knowledge)) {
    it(`of ${name} is committed as the build makes it, and is a valid draft-07 schema`, () => {
      assert.ok(
        readFileSync(path.join(SCHEMAS, name), 'utf8') === text,
        'run `npm run data` and commit the result',
      );
      assert.equal(ajv.validateSchema(JSON.parse(text)), true, ajv.errorsText());
    });
  }

  it('of any year hands a file to the schema of the year it names', () => {
    const chooser = new Ajv({ strict: false, formats: { date: true } });
    for (const { path: name, text } of committedSchemas(knowledge)) chooser.addSchema(JSON.parse(text), name);
    const validate = chooser.getSchema('qpp-json.schema.json');
    const valid = JSON.parse(fileOf('236', RATE));
    assert.equal(validate?.(valid), true);
    assert.equal(validate?.({ ...valid, entityType: 'team' }), false);
    // By the schema of 2024 the dates of 2025 are wrong.
    assert.equal(validate?.({ ...valid, performanceYear: 2024 }), false);
  });

  it('accepts values of every shape', () => {
    const ratio = { isEndToEndReported: false, numerator: 1.5, denominator: 2.5, observationInstances: 10 };
    const ecqm = { submissionMethod: 'electronicHealthRecord', cehrtId: '0015C1234567890' };
    const valid = [
      fileOf('236', RATE),
      fileOf('236', { ...RATE, eligiblePopulationExclusion: 5 }, ecqm),
      fileOf('052', STRATA),
      fileOf('ACEP50', ratio),
      fileOf('ACEP22', { ...RATE, performanceRate: 66.7 }),
      fileOf('238', {
        isEndToEndReported: false,
        strata: [stratum('overall'), stratum('appropriateDiagnosis')],
      }),
      file([registrySet([measurement('IA_EPA_3', true)], { category: 'ia' })]),
      file([
        registrySet([measurement('PI_EP_1', { numerator: 1, denominator: 2 })], {
          category: 'pi',
          cehrtId: '2025C1234567890',
        }),
      ]),
    ];
    for (const text of valid) assert.deepEqual(faultsIn(text), [], text);
  });

  it('refuses what the rules refuse by structure', () => {
    const refused: readonly (readonly [string, string])[] = [
      [file([]), '/measurementSets minItems'],
      [
        fileOf('236', RATE, { performanceStart: '2024-01-01' }),
        '/measurementSets/0/performanceStart pattern',
      ],
      [fileOf('236', RATE, { chertId: 'x' }), '/measurementSets/0 additionalProperties'],
      [fileOf('236', RATE, { submissionMethod: 'electronicHealthRecord' }), '/measurementSets/0 required'],
      [
        fileOf('236', RATE, { submissionMethod: 'electronicHealthRecord', cehrtId: null }),
        '/measurementSets/0/cehrtId type',
      ],
      [fileOf('236', RATE, { programName: 'pcf' }), '/measurementSets/0/programName enum'],
      [
        fileOf('236', { ...RATE, eligiblePopulationExclusion: 5 }),
        '/measurementSets/0/measurements/0/value/eligiblePopulationExclusion enum',
      ],
      [fileOf('236', STRATA), '/measurementSets/0/measurements/0/value required'],
      [fileOf('IA_EPA_3', true), '/measurementSets/0/measurements/0/measureId enum'],
      [
        fileOf('052', { ...STRATA, strata: [stratum('spirometry')] }),
        '/measurementSets/0/measurements/0/value/strata minItems',
      ],
      [file([registrySet([])], { entityType: 'group' }), '/nationalProviderIdentifier type'],
      [file([registrySet([])], { entityType: 'apm' }), ' required'],
      [
        file([registrySet([])], { taxpayerIdentificationNumber: '12-3456789' }),
        '/taxpayerIdentificationNumber pattern',
      ],
    ];
    for (const [text, fault] of refused)
      assert.ok(faultsIn(text).includes(fault), `${fault} in ${faultsIn(text)}`);
  });

  it('lets a subgroup report MVPs alone', () => {
    const top = {
      entityType: 'subgroup',
      entityId: 'SG-00000001',
      taxpayerIdentificationNumber: null,
      nationalProviderIdentifier: null,
    };
    assert.deepEqual(faultsIn(file([registrySet([], { programName: 'G0053' })], top)), []);
    assert.deepEqual(faultsIn(file([registrySet([])], top)), ['/measurementSets/0/programName enum']);
  });
});
