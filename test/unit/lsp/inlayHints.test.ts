import assert from 'node:assert/strict';
import { inlayHints } from '../../../server/src/lsp/inlayHints/inlayHints.ts';
import type { InlayHintSettings } from '../../../server/src/lsp/protocol.ts';
import { damaged } from '../../fixtures/damaged.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { opened } from '../../fixtures/openedText.ts';
import { file, fileOf, measurement, RATE, registrySet, STRATA } from '../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';
import { ecqm } from '../../fixtures/qrda3/sections.ts';

const ALL: InlayHintSettings = { measureNames: true, populationRoles: true, rates: true, dates: true };
const NONE: InlayHintSettings = { measureNames: false, populationRoles: false, rates: false, dates: false };

/** The text with the hints of a stretch of it written in, as an editor shows them. */
function shown(text: string, kinds = ALL, start = 0, end = text.length): string {
  const { document, catalog } = opened(text);
  const { lines } = document;
  const range = lines.rangeOf({ start, end });
  const hints = inlayHints(document, range, catalog, knowledge.catalogs, kinds);
  return hints.reduceRight((written, { position, label }) => {
    const offset = lines.offsetAt(position);
    return `${written.slice(0, offset)}‹${String(label)}›${written.slice(offset)}`;
  }, text);
}

function hintsOf(text: string, kinds = ALL, start = 0, end = text.length): string[] {
  return [...shown(text, kinds, start, end).matchAll(/‹(.*?)›/g)].map(([, label]) => label ?? '');
}

const XML = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }], pi: [['PI_EP_1', [3, 4]]] });
const { eMeasureGuid, strata } = ecqm('CMS165', 2025);
const numerator = strata[0]?.populations?.numerator ?? '';

describe('Inlay hints', () => {
  it('name the measure behind its GUID and each population behind its own', () => {
    const text = shown(XML);
    assert(text.includes(`"${eMeasureGuid}"‹236 · CMS165v13 · Controlling High Blood Pressure›/>`));
    assert(text.includes('"PI_EP_1"‹e-Prescribing›/>'));
    assert(text.includes(`"${numerator}"‹Numerator›/>`));
  });

  it('show the rate behind the count that meets it, of a quality and of a PI measure', () => {
    assert.deepEqual(hintsOf(XML, { ...NONE, rates: true }), ['66.67 % (60 of 90)', '75 %']);
    assert(shown(XML).includes('value="60"‹66.67 % (60 of 90)›/>'));
  });

  it('tell the rates of a measure with several apart', () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS137' }] });
    const roles = hintsOf(text, { ...NONE, populationRoles: true });
    assert(
      roles.some((role) => role.startsWith('Numerator · ')),
      roles.join('\n'),
    );
    assert.equal(
      new Set(roles.filter((role) => role.startsWith('Denominator · '))).size,
      strataCount('CMS137'),
    );
  });

  it('say where CMS adds the population sets of a measure up', () => {
    const rates = hintsOf(qrda3({ year: 2025, quality: [{ ecqm: 'CMS145' }] }), { ...NONE, rates: true });
    assert.deepEqual(rates, ['60 % (120 of 200), all rates added up']);
  });

  it('name the year of a GUID that is not of the file’s', () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
    const [name] = hintsOf(text, { ...NONE, measureNames: true });
    assert.equal(name, '2024: 236 · CMS165v12 · Controlling High Blood Pressure');
  });

  it('write dates and times out', () => {
    const text = shown(XML, { ...NONE, dates: true });
    assert(text.includes('<low value="20250101"‹2025-01-01›/>'));
    assert(text.includes('<time value="20260115103000"‹2026-01-15 10:30›/>'));
  });

  it('show name and rates in QPP JSON', () => {
    const text = shown(file([registrySet([measurement('236', RATE), measurement('052', STRATA)])]));
    assert(text.includes('"236"‹CMS165v13 · Controlling High Blood Pressure›,'));
    assert(text.includes('"performanceMet": 60‹66.67 % (60 of 90)›,'));
    assert(text.includes('"performanceMet": 6‹60 % (6 of 10)›,'));
  });

  it('are none when all kinds are switched off, and only those of the range asked for', () => {
    assert.deepEqual(hintsOf(XML, NONE), []);
    const at = XML.indexOf('<low');
    assert.deepEqual(hintsOf(XML, ALL, at, at + 30), ['2025-01-01']);
  });

  it('stand behind values of the range in a damaged file, in their order', () => {
    for (let seed = 1; seed <= 40; seed++) {
      for (const original of [XML, fileOf('052', STRATA)]) {
        const text = damaged(original, seed);
        const { document, catalog } = opened(text);
        const [start, end] = [Math.floor(text.length / 4), Math.floor((3 * text.length) / 4)];
        const range = document.lines.rangeOf({ start, end });
        const offsets = inlayHints(document, range, catalog, knowledge.catalogs, ALL).map(({ position }) =>
          document.lines.offsetAt(position),
        );
        assert(offsets.every((offset) => start <= offset && offset <= end));
        assert.deepEqual(
          offsets,
          [...offsets].sort((a, b) => a - b),
        );
      }
    }
  });
});

function strataCount(number: string): number {
  return ecqm(number, 2025).strata.length;
}
