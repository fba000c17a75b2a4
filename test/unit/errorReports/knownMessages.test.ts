import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { PLAIN_ERROR } from '../../../server/src/errorReports/errorReport.ts';
import type { MessageRecord } from '../../../server/src/errorReports/knownMessages.ts';
import { allRules } from '../../../server/src/rules/all.ts';
import { knowledge } from '../../fixtures/knowledge.ts';

const file = path.resolve(__dirname, '../../../schemas/rejectionMessages.json');
const messages: readonly MessageRecord[] = JSON.parse(fs.readFileSync(file, 'utf8')).messages;

const explain = (message: string, code: number | null = null, type: string | null = null) =>
  knowledge.explainMessage({ ...PLAIN_ERROR, message, code, type });

describe('The catalogue of known messages', () => {
  it('has for each a pattern that compiles, cause, fix and evidence, and no id twice', () => {
    for (const { id, pattern, cause, fix, evidence } of messages) {
      assert.doesNotThrow(() => new RegExp(pattern, 'is'), id);
      assert.ok(pattern.length > 3 && cause && fix && evidence, id);
    }
    assert.equal(new Set(messages.map(({ id }) => id)).size, messages.length);
  });

  it('names rules that there are', () => {
    const ids = new Set(allRules.map(({ id }) => id));
    const named = messages.flatMap(({ rules = [] }) => rules);
    assert.deepEqual(
      named.filter((rule) => !ids.has(rule)),
      [],
    );
  });
});

describe('A message of CMS', () => {
  it('is known by code and wording together', () => {
    const known = explain('CT - Review the file, the measure GUID abc is unknown', 6);
    assert.equal(known?.id, 'CT-6');
    assert.equal(known?.caution, null);
  });

  it('is known by its wording where the report has no code', () => {
    assert.equal(explain('CT - something about duplicate GUIDs')?.id, 'CT-71');
  });

  it("is known by the number in CMS's list of messages, which is another since October 2025", () => {
    const known = explain('CT - A performance rate must be a decimal between 0 and 1', 29);
    assert.equal(known?.id, 'CT-33');
    assert.match(known?.caution ?? '', /numbers it 29.*own code is 33/);
  });

  it('of a known code in other words is told with a caution', () => {
    const known = explain('CT - Quite another sentence', 71);
    assert.equal(known?.id, 'CT-71');
    assert.match(known?.caution ?? '', /code 71 alone/);
  });

  it('that CMS no longer gives says so', () => {
    assert.match(
      explain('A CPC+ performance period must start on 01/01/2020', 55)?.caution ?? '',
      /no longer/,
    );
  });

  it('whose wording is not published is told as probable', () => {
    assert.match(explain('SV - cehrtId is required')?.caution ?? '', /^Probably/);
  });

  it('that is not known stays without a meaning', () => {
    assert.equal(explain('The moon is full'), null);
    assert.equal(explain('The moon is full', 9999), null);
  });
});
