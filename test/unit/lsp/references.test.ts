import assert from 'node:assert/strict';
import { definition, references } from '../../../server/src/lsp/references.ts';
import type { Range } from '../../../server/src/text/lineIndex.ts';
import { opened } from '../../fixtures/openedText.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';
import { ecqm } from '../../fixtures/qrda3/sections.ts';

const STRATUM = '5A6B7C8D-0000-4000-8000-00000000000A';
const MEASURE = ecqm('CMS165', 2025);
const { denominator = '', numerator = '' } = MEASURE.strata[0]?.populations ?? {};

/** A reporting stratum of each population, all under the same GUID. */
const TEXT = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }, { ecqm: 'CMS165' }] }).replace(
  /(?<=<id root="[^"]+"\/>\s+<\/externalObservation>\s+<\/reference>)(?=\s+<\/observation>)/g,
  `<entryRelationship typeCode="COMP"><observation classCode="OBS" moodCode="EVN">
<templateId root="2.16.840.1.113883.10.20.27.3.4"/>
<reference typeCode="REFR"><externalObservation><id root="${STRATUM}"/></externalObservation></reference>
</observation></entryRelationship>`,
);

/** The offset of the n-th place where a text stands. */
function nth(text: string, count: number): number {
  let at = TEXT.indexOf(text);
  for (let passed = 0; passed < count; passed++) at = TEXT.indexOf(text, at + 1);
  return at;
}

function textsAt(ranges: readonly Range[]): string[] {
  const { lines } = opened(TEXT).document;
  return ranges.map(({ start, end }) => TEXT.slice(lines.offsetAt(start), lines.offsetAt(end)));
}

describe('References', () => {
  const { document } = opened(TEXT);

  it('lead from a reporting stratum to its population', () => {
    const population = TEXT.indexOf(`"${denominator}"`) + 1;
    const stratum = TEXT.indexOf(STRATUM, population);
    assert.deepEqual(
      definition(document, stratum).map(({ start }) => document.lines.offsetAt(start)),
      [population],
    );
  });

  it('lead from a population to its performance rate and its reporting stratum, of its own measure alone', () => {
    const population = TEXT.indexOf(`"${numerator}"`, TEXT.indexOf(`"${denominator}"`)) + 1;
    assert.deepEqual(textsAt(references(document, population, false)).sort(), [STRATUM, numerator].sort());
    assert.deepEqual(textsAt(references(document, population, true))[0], numerator);
  });

  it('lead from a reporting stratum to the same stratum of the other populations', () => {
    const found = textsAt(references(document, nth(STRATUM, 0), false));
    assert.deepEqual(found, [STRATUM, STRATUM, STRATUM, STRATUM]);
  });

  it('lead from a repeated measure to where it stands first', () => {
    const guid = MEASURE.eMeasureGuid ?? '';
    const [first] = definition(document, nth(guid, 1));
    assert.equal(first && document.lines.offsetAt(first.start), nth(guid, 0));
  });

  it('are none where no id stands', () => {
    assert.deepEqual(references(document, 0, true), []);
    assert.deepEqual(definition(document, 0), []);
  });
});
