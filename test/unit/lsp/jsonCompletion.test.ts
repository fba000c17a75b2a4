import assert from 'node:assert/strict';
import { jsonCompletion } from '../../../server/src/lsp/jsonCompletion/jsonCompletion.ts';
import type { Proposal } from '../../../server/src/lsp/proposal.ts';
import { openAtCursor } from '../../fixtures/cursor.ts';
import {
  file,
  fileOf,
  measurement,
  RATE,
  registrySet,
  STRATA,
  stratum,
} from '../../fixtures/qppJson/submission.ts';
import { findingsIn } from '../rules/findings.ts';

function proposalsAt(marked: string): Proposal[] {
  const { document, offset, catalog } = openAtCursor(marked, 'qpp-json');
  return jsonCompletion(document, offset, catalog);
}

const labelsAt = (marked: string) => proposalsAt(marked).map(({ label }) => label);

/** The text after a proposal was taken, its gaps filled with what stands in them. */
function accepted(marked: string, label: string): string {
  const proposal = proposalsAt(marked).find((candidate) => candidate.label === label);
  assert.ok(proposal, `${label} is offered`);
  const text = marked.replace('$0', '');
  const filled = proposal.snippet
    .replace(/\$\{\d+\|(\w+)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
  return text.slice(0, proposal.span.start) + filled + text.slice(proposal.span.end);
}

const SET = registrySet([measurement('236', RATE)]);

describe('Completion of keys', () => {
  it('offers what the object lacks, the required first, and nothing that CMS sets', () => {
    const text = file([{ category: 'quality', MARK: 0 }]).replace('"MARK": 0', '$0');
    const labels = labelsAt(text);
    assert.deepEqual(labels.slice(0, 3), ['submissionMethod', 'performanceStart', 'performanceEnd']);
    assert.ok(
      !labels.includes('category') && !labels.includes('submitterId') && !labels.includes('practiceId'),
    );
  });

  it('replaces a key that stands there, and leaves its value alone', () => {
    const text = file([SET]).replace('"submissionMethod"', '"submi$0"');
    assert.deepEqual(JSON.parse(accepted(text, 'submissionMethod')), JSON.parse(file([SET])));
  });

  it('offers the keys of the value by the metric type of the measure', () => {
    const keysOf = (id: string) => labelsAt(fileOf(id, { MARK: 0 }).replace('"MARK": 0', '$0'));
    assert.ok(keysOf('236').includes('performanceMet'));
    assert.ok(keysOf('052').includes('strata') && !keysOf('052').includes('performanceMet'));
    assert.ok(keysOf('ACEP50').includes('observationInstances'));
    assert.ok(keysOf('ACEP22').includes('performanceRate') && !keysOf('236').includes('performanceRate'));
  });

  it('works while the file is being typed and is not JSON yet', () => {
    assert.ok(
      labelsAt('{"performanceYear": 2025, "measurementSets": [{"category": "ia", $0').includes(
        'submissionMethod',
      ),
    );
    assert.ok(
      labelsAt('{"performanceYear": 2025, "measurementSets": [{"category": "ia",\n"perf$0').includes(
        'performanceStart',
      ),
    );
  });
});

describe('Completion of values', () => {
  const valueAt = (key: string, set: Readonly<Record<string, unknown>> = {}) =>
    labelsAt(file([{ ...SET, ...set, [key]: 'MARK' }]).replace('"MARK"', '"$0"'));

  it('offers names from the lists of the year', () => {
    assert.deepEqual(valueAt('category'), ['quality', 'pi', 'ia']);
    assert.deepEqual(valueAt('submissionMethod'), ['registry', 'electronicHealthRecord']);
    assert.ok(valueAt('programName').includes('appPlus') && valueAt('programName').includes('G0053'));
    assert.deepEqual(valueAt('performanceEnd'), ['2025-12-31']);
  });

  it('offers a value where there is none behind the colon', () => {
    assert.deepEqual(labelsAt('{"performanceYear": 2025, "entityType": $0, "measurementSets": []}'), [
      'individual',
      'group',
      'virtualGroup',
      'apm',
      'subgroup',
    ]);
    assert.ok(labelsAt('{"measurementSets": [], "performanceYear": $0}').includes('2026'));
  });

  it('offers the CEHRT id of another set', () => {
    const text = file([
      { ...SET, cehrtId: '0015C1234567890' },
      { ...SET, cehrtId: 'MARK' },
    ]).replace('"MARK"', '"$0"');
    assert.deepEqual(labelsAt(text)[0], '0015C1234567890');
  });

  it('offers the measures of category, method, program and year that the set does not have yet', () => {
    const idsIn = (set: Readonly<Record<string, unknown>>) =>
      labelsAt(
        file([{ ...SET, ...set, measurements: [measurement('236', RATE), { measureId: 'MARK' }] }]).replace(
          '"MARK"',
          '"$0"',
        ),
      );
    const cqms = idsIn({});
    assert.ok(
      cqms.includes('047') && !cqms.includes('236') && !cqms.includes('IA_EPA_3') && !cqms.includes('112'),
    );
    assert.ok(!idsIn({ submissionMethod: 'electronicHealthRecord' }).includes('047'));
    assert.deepEqual(idsIn({ programName: 'appPlus', submissionMethod: 'electronicHealthRecord' }), [
      '001',
      '112',
      '134',
    ]);
    assert.ok(idsIn({ category: 'ia' }).every((id) => id.startsWith('IA_')));
  });

  it('finds a measure by its title too', () => {
    const text = file([{ ...SET, measurements: [{ measureId: 'MARK' }] }]).replace('"MARK"', '"$0"');
    const plan = proposalsAt(text).find(({ label }) => label === '047');
    assert.match(plan?.filterText ?? '', /^"047" .*Advance Care Plan/);
  });

  it('offers the programs that are open to the kind of participant', () => {
    const programsOf = (entityType: string) =>
      labelsAt(file([{ ...SET, programName: 'MARK' }], { entityType }).replace('"MARK"', '"$0"'));
    assert.deepEqual(programsOf('virtualGroup'), ['mips']);
    assert.ok(programsOf('subgroup').includes('G0053') && !programsOf('subgroup').includes('mips'));
    assert.ok(programsOf('group').includes('appPlus') && programsOf('group').includes('mips'));
  });

  it('offers the strata that are not reported yet', () => {
    const strata = [stratum('spirometry'), stratum('MARK')];
    const text = fileOf('052', { ...STRATA, strata }).replace('"MARK"', '"$0"');
    assert.deepEqual(labelsAt(text), ['bronchodilator']);
  });

  it('writes a whole value that is valid once its gaps are filled', () => {
    for (const id of ['236', '052', 'ACEP22', 'AAD16', 'ACEP50']) {
      const text = fileOf(id, 'MARK').replace('"MARK"', '$0');
      const errors = findingsIn(accepted(text, `value of ${id}`)).filter(
        ({ severity }) => severity === 'error',
      );
      assert.deepEqual(errors, [], id);
    }
  });
});

describe('Completion of list items', () => {
  it('writes a measurement whole', () => {
    const text = file([registrySet(['MARK'])]).replace('"MARK"', '$0');
    const written = JSON.parse(accepted(text, '236')).measurementSets[0].measurements;
    assert.deepEqual(written, [
      {
        measureId: '236',
        value: {
          isEndToEndReported: true,
          performanceMet: 0,
          performanceNotMet: 0,
          eligiblePopulationException: 0,
          eligiblePopulation: 0,
        },
      },
    ]);
  });

  it('writes a measurement set with the dates of the year', () => {
    const text = file(['MARK']).replace('"MARK"', '$0');
    const [set] = JSON.parse(accepted(text, 'ia set, registry')).measurementSets;
    assert.equal(set.performanceStart, '2025-01-01');
    assert.equal(set.category, 'ia');
  });
});

describe('Completion anywhere else', () => {
  it('offers nothing', () => {
    assert.deepEqual(labelsAt(`$0${file([SET])}`), []);
    assert.deepEqual(labelsAt(file([SET]).replace('"performanceMet": 60', '"performanceMet": 6$0')), []);
  });
});
