import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { performanceYears } from '../../../server/src/catalog/performanceYears.ts';
import { findingsIn } from '../rules/findings.ts';

const REPOSITORY = path.resolve(__dirname, '../../..');
const PARTICIPANTS = ['apm-entity', 'group', 'individual', 'virtual-group'];

// The format of dates is checked by their pattern.
const ajv = new Ajv({ strict: false, formats: { date: true } });

describe('the example files', () => {
  for (const year of performanceYears) {
    const folder = path.join(REPOSITORY, 'examples', String(year));
    const schema = path.join(REPOSITORY, 'schemas', String(year), 'qpp-json.schema.json');
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

    it(`of ${year} show every kind of participant`, () => {
      const expected = year >= 2023 ? [...PARTICIPANTS, 'subgroup'].sort() : PARTICIPANTS;
      const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
      assert.deepEqual(
        expected.filter((name) => !names.includes(`${name}.json`)),
        [],
      );
    });

    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      it(`of ${year}: ${name} gets no finding and fits the year's schema`, () => {
        const text = readFileSync(path.join(folder, name), 'utf8');
        assert.deepEqual(
          findingsIn(text).map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
        assert.ok(validate(JSON.parse(text)), ajv.errorsText(validate.errors));
      });
    }
  }
});
