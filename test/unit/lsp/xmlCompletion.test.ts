import assert from 'node:assert/strict';
import type { Proposal } from '../../../server/src/lsp/proposal.ts';
import { xmlCompletion } from '../../../server/src/lsp/xmlCompletion/xmlCompletion.ts';
import { CURSOR, openAtCursor } from '../../fixtures/cursor.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { type Qrda3Parts, qrda3 } from '../../fixtures/qrda3/document.ts';
import { ecqm } from '../../fixtures/qrda3/sections.ts';
import { filled } from '../../fixtures/snippet.ts';
import { findingsIn } from '../rules/findings.ts';

const PARTS: Qrda3Parts = {
  year: 2025,
  quality: [{ ecqm: 'CMS165' }],
  pi: [['PI_EP_1', [1, 2]]],
  activities: ['IA_BE_4'],
};
const FILE = qrda3(PARTS);
const CMS165 = ecqm('CMS165', 2025);

/** The file with the first occurrence of something replaced by a text that holds the cursor. */
function replaced(what: string | RegExp, by: string, file = FILE): string {
  const match = typeof what === 'string' ? file.indexOf(what) : file.search(what);
  assert.notEqual(match, -1, `${what} is in the file`);
  return file.replace(what, () => by);
}

function proposalsAt(marked: string): readonly Proposal[] {
  const { document, offset, catalog } = openAtCursor(marked, 'qrda3');
  return xmlCompletion(document, offset, catalog, knowledge).proposals;
}

const labelsAt = (marked: string) => proposalsAt(marked).map(({ label }) => label);

function proposalAt(marked: string, label: string | RegExp): Proposal {
  const found = proposalsAt(marked).find((one) =>
    typeof label === 'string' ? one.label === label : label.test(one.label),
  );
  assert.ok(found, `${label} is offered among ${labelsAt(marked).slice(0, 20).join(', ')}`);
  return found;
}

/** The text after a proposal was taken, its gaps left as they are. */
function accepted(marked: string, label: string | RegExp): string {
  const proposal = proposalAt(marked, label);
  const edits = [{ span: proposal.span, text: filled(proposal.snippet) }, ...(proposal.further ?? [])].sort(
    (a, b) => b.span.start - a.span.start,
  );
  return edits.reduce(
    (text, edit) => text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end),
    marked.replace(CURSOR, ''),
  );
}

function errorsIn(text: string) {
  return findingsIn(text, { profile: 'guide' })
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe('Completion of QRDA III elements', () => {
  it('offers first what guide and schema still want at the place, with its fixed values', () => {
    const marked = replaced('<languageCode code="en"/>', `<${CURSOR}`);
    assert.equal(labelsAt(marked)[0], 'languageCode');
    const code = replaced(/<code code="ASSERTION"[^>]*>/, `<${CURSOR}`);
    assert.deepEqual(
      filled(proposalAt(code, 'code').snippet),
      '<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/>',
    );
  });

  it('offers nothing that the order of the schema forbids', () => {
    const labels = labelsAt(replaced('<versionNumber value="1"/>', `<${CURSOR}`));
    assert.deepEqual(labels, ['versionNumber', 'setId', 'copyTime']);
  });

  it('makes an element that was taken out whole again', () => {
    const missing = [
      [/<languageCode [^>]*>/, 'languageCode'],
      [/<realmCode [^>]*>/, 'realmCode'],
      [/<typeId [^>]*>/, 'typeId'],
      [/<recordTarget>[\s\S]*?<\/recordTarget>/, /^recordTarget/],
      [/<statusCode [^>]*>/, 'statusCode'],
      [/<entry typeCode="DRIV">[\s\S]*?<\/entry>/, /^entry · Reporting parameters act/],
      [
        /<entryRelationship typeCode="COMP">(?:(?!typeCode="COMP")[\s\S])*?27\.3\.7[\s\S]*?<\/entryRelationship>\s*<\/observation>\s*<\/entryRelationship>/,
        /ethnicity/,
      ],
    ] as const;
    for (const [what, label] of missing) {
      for (const typed of ['', '<', '<e']) {
        if (typed === '<e' && !`${label}`.includes('entry')) continue;
        assert.deepEqual(
          errorsIn(accepted(replaced(what, `${typed}${CURSOR}`), label)),
          [],
          `${label} after ${typed}`,
        );
      }
    }
  });

  it('offers what the guide speaks of without asking for it, by what it is', () => {
    const marked = replaced('<documentationOf', `<${CURSOR}\n<documentationOf`);
    const mvp = accepted(marked, 'participant · TRC · MVP id').replace(
      '5.6" extension=""',
      '5.6" extension="G0054"',
    );
    assert.match(mvp, /<participant typeCode="TRC">\s*<associatedEntity classCode="PROG">/);
    assert.deepEqual(errorsIn(mvp), []);
    assert.ok(labelsAt(marked).includes('participant · DEV · CMS EHR certification id'));
    assert.deepEqual(
      labelsAt(replaced('<participant typeCode="DEV"', `<participant typeCode="${CURSOR}"`)).slice(0, 3),
      ['DEV', 'LOC', 'TRC'],
    );
  });

  it('replaces the name alone where the tag goes on', () => {
    const marked = replaced('<statusCode code="completed"/>', `<stat${CURSOR} code="completed"/>`);
    assert.equal(accepted(marked, 'statusCode'), FILE);
  });

  it('writes the prefix that the elements around have', () => {
    const prefixed = FILE.replace(/<(\/?)(?=[A-Za-z])/g, '<$1cda:').replace(
      'xmlns=',
      'xmlns="urn:hl7-org:v3" xmlns:cda=',
    );
    const marked = replaced(/<cda:entry typeCode="DRIV">[\s\S]*?<\/cda:entry>/, `<${CURSOR}`, prefixed);
    assert.deepEqual(errorsIn(prefixed), []);
    assert.deepEqual(errorsIn(accepted(marked, /Reporting parameters act/)), []);
  });

  it('offers no elements among the words of a narrative', () => {
    assert.deepEqual(labelsAt(replaced('See the entries.', `See ${CURSOR}the entries.`)), []);
  });

  it('ends the element that is open', () => {
    const marked = replaced('</externalDocument>', `</ext${CURSOR}`);
    assert.equal(labelsAt(marked)[0], '</externalDocument>');
    assert.equal(accepted(marked, '</externalDocument>'), FILE);
  });
});

describe('Completion of whole QRDA III entries', () => {
  const NEXT_ENTRY = '<entry typeCode="DRIV">';
  const inSection = (typed: string) => replaced(NEXT_ENTRY, `${typed}${CURSOR}\n${NEXT_ENTRY}`);

  it('writes a measure with all its populations, valid as it stands', () => {
    for (const typed of ['CMS122', '<CMS122', '001', 'Glycemic', 'glycemic stat']) {
      const text = accepted(inSection(typed), /^CMS122v13 · 001 · Diabetes/);
      assert.deepEqual(errorsIn(text), [], typed);
      assert.ok(text.includes(ecqm('CMS122', 2025).eMeasureGuid ?? '–'), typed);
      assert.ok(!text.includes(`${typed}<`), typed);
    }
  });

  it('leaves out what the section reports already, and what the program does not take', () => {
    const measuresIn = (marked: string) => labelsAt(marked).flatMap((label) => /^CMS\d+/.exec(label) ?? []);
    const mips = measuresIn(inSection('CMS1'));
    assert.ok(mips.includes('CMS122') && !mips.includes('CMS165') && !mips.includes('CMS130'));
    const plus = measuresIn(replaced('MIPS_GROUP', 'APP_PLUS_GROUP', inSection('')));
    assert.deepEqual(plus, ['CMS2', 'CMS122', 'CMS125']);
  });

  it('says when there is more than one answer carries', () => {
    const { document, offset, catalog } = openAtCursor(inSection(''), 'qrda3');
    assert.equal(xmlCompletion(document, offset, catalog, knowledge).isCut, true);
  });

  it('writes a Promoting Interoperability measure by its form, and an activity', () => {
    for (const [id, label] of [
      ['PI_EP_1', /^PI_PEA_1 /],
      ['PI_EP_1', /^PI_PPHI_1 /],
      ['IA_BE_4', /^IA_AHE_1 /],
    ] as const) {
      const entry =
        new RegExp(`<entry>(?:(?!<entry>)[\\s\\S])*extension="${id}"[\\s\\S]*?</entry>`).exec(FILE)?.[0] ??
        '';
      assert.deepEqual(errorsIn(accepted(replaced(entry, `${entry}\n<${CURSOR}`), label)), [], `${label}`);
    }
  });

  it('writes a section that is missing, valid in every year', () => {
    for (const year of [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]) {
      const file = qrda3({ year, activities: ['IA_BE_4'] });
      const marked = replaced('</structuredBody>', `<${CURSOR}\n</structuredBody>`, file);
      assert.deepEqual(errorsIn(file), []);
      assert.deepEqual(errorsIn(accepted(marked, 'Promoting Interoperability section')), [], `${year}`);
      const hasGuids = year < 2026;
      assert.equal(labelsAt(marked).includes('Quality section'), hasGuids, `${year}`);
      if (hasGuids) assert.deepEqual(errorsIn(accepted(marked, 'Quality section')), [], `${year}`);
      const others = qrda3({ year, pi: [['PI_EP_1', [1, 2]]] });
      const beside = replaced('</structuredBody>', `<${CURSOR}\n</structuredBody>`, others);
      assert.deepEqual(errorsIn(accepted(beside, 'Improvement activities section')), [], `${year}`);
    }
  });

  it('writes the populations and rates a measure lacks', () => {
    const component = (what: string) =>
      new RegExp(`<component>(?:(?!<component>)[\\s\\S])*?${what}(?:(?!<component>)[\\s\\S])*?</component>`);
    const denominator = replaced(component('code="DENOM"'), `<${CURSOR}`);
    assert.deepEqual(labelsAt(denominator), ['DENOM · CMS165v13']);
    const text = accepted(denominator, 'DENOM · CMS165v13');
    // The count is the author's to fill in: until then the others exceed it.
    assert.deepEqual(
      errorsIn(text).filter((error) => !error.startsWith('counts-exceed-population')),
      [],
    );
    const rate = replaced(component('72510-1'), `<${CURSOR}`);
    assert.ok(labelsAt(rate).includes('Performance rate · CMS165v13'));
  });
});

describe('Completion of QRDA III attributes', () => {
  it('offers the names that are asked for first, and none twice', () => {
    const labels = labelsAt(replaced('<low value="20250101"/>', `<low ${CURSOR}/>`));
    assert.equal(labels[0], 'value');
    const others = labelsAt(replaced('<low value="20250101"/>', `<low value="20250101" ${CURSOR}/>`));
    assert.ok(!others.includes('value') && others.includes('nullFlavor'));
  });

  it('writes a template with the version of the year', () => {
    const whole = '<templateId root="2.16.840.1.113883.10.20.27.3.17" extension="2022-05-01"/>';
    for (const part of [
      `<templateId root="${CURSOR}"/>`,
      `<templateId root="2.16${CURSOR}" extension="2019-05-01"/>`,
      `<templateId root="2.16.840.1.113883.10.20.27.3.17" extension="${CURSOR}"/>`,
    ]) {
      const marked = replaced(whole, part);
      const label = part.includes('3.17') ? '2022-05-01' : /^Measure reference and results · .*3\.17$/;
      assert.equal(accepted(marked, label), FILE, part);
    }
  });

  it('takes away a version that the template does not have', () => {
    const whole = '<templateId root="2.16.840.1.113883.10.20.24.3.98"/>';
    const marked = replaced(whole, `<templateId root="${CURSOR}" extension="2020-12-01"/>`);
    assert.equal(accepted(marked, /24\.3\.98$/), FILE);
  });

  it('offers measures by CMS id, quality id and title, and writes the GUID of the year', () => {
    const guid = CMS165.eMeasureGuid ?? '';
    const label = 'CMS165v13 · 236 · Controlling High Blood Pressure';
    const marked = replaced(guid, CURSOR);
    assert.equal(accepted(marked, label), FILE);
    const { filterText } = proposalAt(marked, label);
    for (const typed of [guid, 'CMS165', '236', 'Blood Pressure']) assert.ok(filterText.includes(typed));
  });

  it('closes a quote that is still open', () => {
    const guid = CMS165.eMeasureGuid ?? '';
    const marked = replaced(`${guid}"/>`, `${guid.slice(0, 4)}${CURSOR}/>`);
    assert.equal(accepted(marked, /^CMS165v13/), FILE);
  });

  it('offers the populations of the measure at hand, the one of the code first', () => {
    const populations = CMS165.strata[0]?.populations;
    const marked = replaced(populations?.denominatorExclusion ?? '', CURSOR);
    assert.deepEqual(
      labelsAt(marked),
      ['DENEX', 'IPOP', 'DENOM', 'NUMER'].map((role) => `${role} · CMS165v13`),
    );
    assert.equal(accepted(marked, 'DENEX · CMS165v13'), FILE);
    const rate = replaced(populations?.numerator ?? '', CURSOR);
    assert.deepEqual(labelsAt(rate), ['NUMER · CMS165v13']);
  });

  it('tells which rate a population belongs to', () => {
    const file = qrda3({ year: 2025, quality: [{ ecqm: 'CMS137' }] });
    const [first] = ecqm('CMS137', 2025).strata;
    const labels = labelsAt(replaced(first?.populations?.numerator ?? '', CURSOR, file));
    assert.equal(labels.length, 2);
    assert.ok(
      labels.every((label) => /^NUMER · .+ · CMS137v13$/.test(label)),
      labels.join(),
    );
  });

  it('offers program names, ids of measures and activities, and MVPs of the year', () => {
    const programs = labelsAt(replaced('extension="MIPS_GROUP"', `extension="${CURSOR}"`));
    assert.ok(programs.includes('MIPS_GROUP') && programs.includes('APP_PLUS_GROUP'));
    assert.equal(
      accepted(replaced('PI_EP_1', CURSOR), 'PI_EP_1 · e-Prescribing'),
      FILE.replace('PI_EP_1', 'PI_EP_1'),
    );
    assert.ok(
      labelsAt(replaced('extension="IA_BE_4"', `extension="${CURSOR}"`)).every((label) =>
        label.startsWith('IA_'),
      ),
    );
    const mvp = qrda3({ ...PARTS, mvp: 'G0053' });
    assert.ok(
      labelsAt(replaced('extension="G0053"', `extension="${CURSOR}"`, mvp)).some((label) =>
        label.startsWith('G0054 · '),
      ),
    );
  });

  it('offers the codes of value sets by name, with the code system', () => {
    const sex = replaced('code="F" codeSystem="2.16.840.1.113883.5.1"', `code="${CURSOR}"`);
    assert.deepEqual(labelsAt(sex), ['F · Female', 'M · Male']);
    assert.equal(accepted(sex, 'F · Female'), FILE);
    assert.ok(labelsAt(replaced('code="2106-3"', `code="${CURSOR}"`)).includes('2028-9 · Asian'));
    assert.ok(
      labelsAt(replaced('code="2186-5"', `code="${CURSOR}"`)).includes('2135-2 · Hispanic or Latino'),
    );
    assert.equal(labelsAt(replaced('code="A"', `code="${CURSOR}"`))[0], 'A · Medicare');
    assert.equal(labelsAt(replaced('code="DENOM"', `code="${CURSOR}"`))[0], 'DENOM · Denominator');
    assert.deepEqual(labelsAt(replaced('<statusCode code="completed"', `<statusCode code="${CURSOR}"`)), [
      'completed',
    ]);
    assert.ok(labelsAt(replaced('nullFlavor="NA"', `nullFlavor="${CURSOR}"`)).includes('UNK'));
  });

  it('offers the days of the performance year', () => {
    assert.deepEqual(labelsAt(replaced('<low value="20250101"', `<low value="${CURSOR}"`)), ['20250101']);
    assert.deepEqual(labelsAt(replaced('<high value="20251231"', `<high value="${CURSOR}"`)), ['20251231']);
  });

  it('says that GUIDs are not published rather than offer those of another year', () => {
    const file = qrda3({ year: 2026, quality: [{ ecqm: 'CMS165' }] });
    const marked = replaced(CMS165.eMeasureGuid ?? '', CURSOR, file);
    assert.deepEqual(labelsAt(marked), ['The eCQM GUIDs of 2026 are not published yet']);
    assert.equal(proposalAt(marked, /not published/).snippet, '');
  });
});

describe('Completion of a damaged QRDA III file', () => {
  it('answers at any place, whatever is typed there', () => {
    for (const typed of ['', '<', '<ob', '</', '"', ' x="', '<!--', '&']) {
      for (let at = 1_000; at < FILE.length; at += 997) {
        const damaged = `${FILE.slice(0, at)}${typed}${CURSOR}${FILE.slice(at)}`;
        for (const { span } of proposalsAt(damaged)) assert.ok(span.start <= at + typed.length);
      }
    }
  });

  it('answers at the end of a file that is cut off', () => {
    const at = FILE.indexOf('<high value="20251231"');
    assert.equal(labelsAt(`${FILE.slice(0, at)}<${CURSOR}`)[0], 'high');
    assert.deepEqual(labelsAt(`${FILE.slice(0, at)}<high value="${CURSOR}`), ['20251231']);
  });
});
