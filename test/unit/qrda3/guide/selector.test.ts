import assert from 'node:assert/strict';
import { parseSelector, parseTemplateKey } from '../../../../server/src/qrda3/guide/selector.ts';

describe('a path of the guide tables', () => {
  it('has a step for every element, parent and attribute', () => {
    const { steps } = parseSelector('../participant/associatedEntity/@classCode');
    assert.deepEqual(
      steps.map((step) => (step.kind === 'element' ? step.local : step.kind)),
      ['parent', 'participant', 'associatedEntity', 'attribute'],
    );
  });

  it('keeps the conditions of a step', () => {
    const [step] = parseSelector("id[@root='2.16.840.1.113883.4.6'][@extension][not(@nullFlavor)]").steps;
    assert.deepEqual(step?.kind === 'element' && step.conditions, [
      { kind: 'equals', attribute: 'root', value: '2.16.840.1.113883.4.6' },
      { kind: 'present', attribute: 'extension' },
      { kind: 'absent', attribute: 'nullFlavor' },
    ]);
  });

  it('names a template by root and version', () => {
    const [step] = parseSelector('section[template 1.2.3:2025-05-01]').steps;
    const template = { root: '1.2.3', extension: '2025-05-01' };
    assert.deepEqual(step?.kind === 'element' && step.conditions, [{ kind: 'template', template }]);
  });

  it('begins at the document after a leading slash', () => {
    assert.equal(parseSelector('/ClinicalDocument/id/@root').isAbsolute, true);
  });

  it('is refused when it is not of this form', () => {
    assert.throws(() => parseSelector('id[position()=1]'), /condition "position\(\)=1"/);
  });
});

describe('a template key', () => {
  it('without a version means every version', () => {
    assert.deepEqual(parseTemplateKey('1.2.3'), { root: '1.2.3', extension: null });
  });
});
