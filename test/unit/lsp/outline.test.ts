import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver';
import { documentSymbols } from '../../../server/src/lsp/outline/outline.ts';
import { damaged } from '../../fixtures/damaged.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { assertNested } from '../../fixtures/nestedSymbols.ts';
import { opened } from '../../fixtures/openedText.ts';
import { file, fileOf, measurement, RATE, registrySet, STRATA } from '../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';

const XML = qrda3({
  year: 2025,
  quality: [{ ecqm: 'CMS138' }, { ecqm: 'CMS165' }],
  pi: [['PI_EP_1', [3, 4]]],
  activities: ['IA_AHE_1'],
});

function outlineOf(text: string): DocumentSymbol[] {
  const { document, catalog } = opened(text);
  return documentSymbols(document, catalog, knowledge.catalogs);
}

/** Names with their details, indented by depth. */
function told(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${'  '.repeat(depth)}${name}${detail ? ` [${detail}]` : ''}`,
    ...told(children, depth + 1),
  ]);
}

describe('The outline', () => {
  it('names who reports, categories, measures with their rate, and populations with their count', () => {
    const parts = { year: 2025, quality: [{ ecqm: 'CMS165' }], pi: [['PI_EP_1', [3, 4]]] } as const;
    assert.deepEqual(told(outlineOf(qrda3({ ...parts, activities: ['IA_AHE_1'] }))), [
      'QRDA III · 2025 · MIPS_GROUP [group · TIN 000777777]',
      '  Program [MIPS_GROUP]',
      '  CEHRT ID [0015CABCDEFGH12]',
      '  NPI [NA]',
      '  TIN [000777777]',
      '  Quality [1 measure]',
      '    Reporting period [2025-01-01 – 2025-12-31]',
      '    236 · CMS165v13 · Controlling High Blood Pressure [66.67 % (60 of 90)]',
      '      Performance rate [66.67 %]',
      '      Initial population [100]',
      '      Denominator [100]',
      '      Denominator exclusion [10]',
      '      Numerator [60]',
      '  Promoting Interoperability [1 measure]',
      '    PI_EP_1 · e-Prescribing [3 of 4]',
      '    Reporting period [2025-01-01 – 2025-12-31]',
      '  Improvement Activities [1 measure]',
      '    IA_AHE_1 · Enhance Engagement of Medicaid and Other Underserved Populations [yes]',
      '    Reporting period [2025-01-01 – 2025-12-31]',
    ]);
  });

  it('tells the populations of several performance rates apart', () => {
    const lines = told(outlineOf(qrda3({ year: 2025, quality: [{ ecqm: 'CMS138' }] })));
    assert(
      lines.includes('      Numerator · reporting [60]') &&
        lines.includes('      Numerator · performance [60]'),
    );
  });

  it('says of which year a GUID is, and shows one that nobody knows as it stands', () => {
    const stale = told(outlineOf(qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] })));
    assert(
      stale.includes(
        '    236 · CMS165v12 · Controlling High Blood Pressure [66.67 % (60 of 90) · GUID of 2024]',
      ),
      stale.join('\n'),
    );
    const guid = '00000000-0000-4000-8000-000000000000';
    const unknown = told(outlineOf(qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guid }] })));
    assert(unknown.includes(`    ${guid}`));
  });

  it('shows the sets, measures and strata of QPP JSON', () => {
    const text = file([registrySet([measurement('236', RATE), measurement('052', STRATA)])]);
    assert.deepEqual(told(outlineOf(text)).slice(0, 8), [
      'QPP JSON · 2025 · mips [individual · TIN 000123456 · NPI 0777777777]',
      '  TIN [000123456]',
      '  NPI [0777777777]',
      '  Quality [mips · registry · 2025-01-01 – 2025-12-31 · 2 measures]',
      '    236 · CMS165v13 · Controlling High Blood Pressure [66.67 % (60 of 90)]',
      '    052 · Chronic Obstructive Pulmonary Disease (COPD): Spirometry Evaluation and Long-Acting Inhaled Bronchodilator Therapy [60 % (10 cases)]',
      '      spirometry [60 % (6 of 10)]',
      '      bronchodilator [60 % (6 of 10)]',
    ]);
  });

  it('has named entries in a damaged file, each inside the one around it, with its target inside itself', () => {
    for (let seed = 1; seed <= 60; seed++) {
      for (const original of [XML, fileOf('052', STRATA)]) {
        const text = damaged(original, seed);
        assertNested(outlineOf(text), opened(text).document.lines, text.length);
      }
    }
  });

  it('names a set and a measure whose own names are blank', () => {
    const lines = told(outlineOf(file([registrySet([measurement(' ', RATE)], { category: ' ' })])));
    assert.deepEqual(lines.slice(-2), [
      '  Without name [mips · registry · 2025-01-01 – 2025-12-31 · 1 measure]',
      '    Measure without id',
    ]);
  });

  it('still has the measures of a file that is cut off', () => {
    const lines = told(outlineOf(XML.slice(0, XML.indexOf('PI_EP_1'))));
    assert(lines.some((line) => line.includes('CMS165v13')));
  });
});

describe('The outline of a file whose ids are names that every object inherits', () => {
  for (const name of ['constructor', '__proto__', 'toString']) {
    it(`takes ${name} for a name like others`, () => {
      const xml = XML.replaceAll('2.16.840.1.113883.4.6', name).replaceAll('2.16.840.1.113883.4.2', name);
      assert(outlineOf(xml).length > 0);
      assert(
        told(outlineOf(file([registrySet([], { category: name })]))).some((line) => line.includes(name)),
      );
    });
  }
});
