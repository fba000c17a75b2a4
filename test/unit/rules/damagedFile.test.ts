import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/document/openDocument.ts';
import { convertQrda3 } from '../../../server/src/qrda3/convert.ts';
import { buildNodes } from '../../../server/src/qrda3/decode/nodes.ts';
import { submissionRules } from '../../../server/src/rules/all.ts';
import { parseXml } from '../../../server/src/xml/parse.ts';
import { damaged } from '../../fixtures/damaged.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';
import { findingsIn } from './findings.ts';
import { contextOf } from './oneRule.ts';

const FILE = qrda3({
  year: 2025,
  quality: [{ ecqm: 'CMS138' }, { ecqm: 'CMS145' }, { ecqm: 'CMS159' }],
  pi: [['PI_EP_1', [3, 4]]],
  activities: ['IA_AHE_1'],
});

describe('A damaged file', () => {
  it('makes no rule fail and no finding leave the text, whatever is cut or doubled', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const text = damaged(FILE, seed);
      if (openDocument(text, knowledge.catalogs, { performanceYear: null }).format !== 'qrda3') continue;
      const context = contextOf(text);
      for (const rule of submissionRules) {
        for (const { span } of rule.check(context)) {
          assert(
            span.start >= 0 && span.end >= span.start && span.end <= text.length,
            `${rule.id}, seed ${seed}`,
          );
        }
      }
    }
  });

  it('has one syntax finding where a tag is missing, and no other that follows from it', () => {
    const known = findingsIn(FILE).map(({ message }) => message);
    const tags = [
      '</entryRelationship>',
      '<entryRelationship typeCode="SUBJ" inversionInd="true">',
      '</observation>',
      '</section>',
    ];
    for (const tag of [...tags, '</reference>']) {
      for (const at of [FILE.indexOf(tag), FILE.lastIndexOf(tag)]) {
        assert(at !== -1, tag);
        const found = findingsIn(FILE.slice(0, at) + FILE.slice(at + tag.length));
        const layers = found.filter(({ message }) => !known.includes(message)).map(({ layer }) => layer);
        assert.deepEqual(layers, ['syntax'], `${tag} at ${at}`);
      }
    }
  });

  it('is still told what is wrong with a value beside the damage', () => {
    const text = FILE.replace('extension="000777777"', 'extension="12345"').replace('</performer>', '');
    const rules = findingsIn(text).map(({ rule }) => rule);
    assert(rules.includes('xml-unclosed-element') && rules.includes('tin-form'), rules.join(', '));
  });

  it('is converted as far as it goes', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const nodes = buildNodes(parseXml(damaged(FILE, seed)));
      if (nodes !== null)
        assert.equal(typeof convertQrda3(nodes, knowledge.catalogs.year(2025)).json, 'object');
    }
  });
});
