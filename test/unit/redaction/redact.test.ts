import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/document/openDocument.ts';
import { redact } from '../../../server/src/redaction/redact.ts';
import { replacedInWords } from '../../../server/src/redaction/wording.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../../server/src/rules/run.ts';
import { hasNpiCheckDigit } from '../../../server/src/submission/npi.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { OIDS, type Qrda3Parts, qrda3 } from '../../fixtures/qrda3/document.ts';

const TIN = '451237896';
const NPI = '1234567893';

function open(text: string) {
  return openDocument(text, knowledge.catalogs, { performanceYear: null });
}

function redacted(...texts: string[]): string[] {
  return redact(texts.map(open)).map(({ edits }, index) => applyEdits(texts[index] ?? '', edits));
}

function file(parts: Partial<Qrda3Parts> = {}): string {
  return qrda3({
    year: 2025,
    program: 'MIPS_INDIV',
    tin: TIN,
    npi: NPI,
    quality: [{ ecqm: 'CMS165' }],
    ...parts,
  });
}

function idOf(text: string, root: string): string | undefined {
  return new RegExp(`root="${root.replaceAll('.', '\\.')}" extension="([^"]*)"`).exec(text)?.[1];
}

const TIN_ROOT = '2.16.840.1.113883.4.2';
const NPI_ROOT = '2.16.840.1.113883.4.6';

/** The fixture's header with a person and an address in it. */
function withPerson(text: string): string {
  const person = `<addr><streetAddressLine>7 Elm Road</streetAddressLine><city>Springfield</city><state>MA</state><postalCode>01730</postalCode><country>US</country></addr>
        <telecom use="WP" value="tel:(781)271-3000"/>
        <assignedPerson><name><given>Margaret</given><family>Winterbottom</family></name></assignedPerson>`;
  return text.replace('<assignedAuthoringDevice>', `${person}\n      <assignedAuthoringDevice>`);
}

describe('A redacted copy', () => {
  it("has CMS's kind of test ids for TIN and NPI", () => {
    const [copy = ''] = redacted(file());
    assert.match(idOf(copy, TIN_ROOT) ?? '', /^000\d{6}$/);
    assert.match(idOf(copy, NPI_ROOT) ?? '', /^0\d{9}$/);
  });

  it('is the original in all else', () => {
    const original = file();
    const [copy = ''] = redacted(original);
    const back = copy
      .replaceAll(idOf(copy, NPI_ROOT) ?? '', NPI)
      .replaceAll(idOf(copy, TIN_ROOT) ?? '', TIN)
      .replaceAll('Test Organization 1', 'Example Practice')
      .replaceAll(idOf(copy, '2.16.840.1.113883.3.2074.1') ?? '', '0015CABCDEFGH12')
      .replaceAll(
        `root="2.16.840.1.113883.19.5" extension="${idOf(copy, '2.16.840.1.113883.19.5')}"`,
        'root="2.16.840.1.113883.19.5" extension="1"',
      );
    assert.equal(back, original);
  });

  it('keeps what is wrong with an id', () => {
    const tinOf = (tin: string) => idOf(redacted(file({ tin }))[0] ?? '', TIN_ROOT) ?? '';
    const npiOf = (npi: string) => idOf(redacted(file({ npi }))[0] ?? '', NPI_ROOT) ?? '';
    assert.match(tinOf('4512378961'), /^\d{10}$/);
    assert.match(tinOf('45-1237896'), /^\d\d-\d{7}$/);
    assert.match(npiOf('123456789'), /^\d{9}$/);
    assert.match(npiOf('1234567890'), /^1\d{9}$/);
    assert.equal(hasNpiCheckDigit(npiOf('1234567890')), false);
    assert.match(npiOf('3234567890'), /^3\d{9}$/);
    assert.equal(tinOf('000000000'), '000000000');
  });

  it('keeps the form of entity ids and the edition of the CEHRT id', () => {
    const [copy = ''] = redacted(
      file({ cehrt: '0015CPV4ZTB4WBU', organizationIds: { [OIDS.subgroup]: 'SG-00012345' } }),
    );
    assert.match(idOf(copy, OIDS.subgroup) ?? '', /^SG-\d{8}$/);
    assert.match(idOf(copy, '2.16.840.1.113883.3.2074.1') ?? '', /^0015C[A-Z0-9]{10}$/);
    assert.doesNotMatch(copy, /SG-00012345|PV4ZTB4WBU/);
  });

  it('replaces persons, addresses and contacts', () => {
    const [copy = ''] = redacted(withPerson(file()));
    assert.doesNotMatch(copy, /Margaret|Winterbottom|Elm Road|Springfield|>MA<|01730|271-3000/);
    assert.match(copy, /<given>Given1<\/given><family>Family1<\/family>/);
    assert.match(copy, /value="tel:\(\d{3}\)\d{3}-\d{4}"/);
  });

  it('replaces a value in comments and narrative too, the TIN also with its dash', () => {
    const comment = `<!-- of Winterbottom, TIN 45-1237896, npi ${NPI} -->`;
    const text = withPerson(file()).replace('See the entries.', `See ${NPI} of Example Practice.${comment}`);
    const [copy = ''] = redacted(text);
    const npi = idOf(copy, NPI_ROOT);
    assert.match(copy, new RegExp(`See ${npi} of Test Organization 1\\.`));
    assert.match(copy, new RegExp(`of Family1, TIN 00-\\d{7}, npi ${npi} `));
  });

  it('replaces ids that stand in a comment alone', () => {
    const lonely = `<!-- <id root="${NPI_ROOT}" extension="1982671962"/> TIN: 12-3456789 jane.doe@practice.org -->`;
    const [copy = ''] = redacted(file().replace('<recordTarget>', `${lonely}<recordTarget>`));
    assert.doesNotMatch(copy, /1982671962|12-3456789|jane\.doe/);
  });

  it('leaves the titles of measures, programs and MVPs alone', () => {
    const family = withPerson(file({ program: 'MIPS_GROUP', mvp: 'G0053' })).replace(
      'Winterbottom',
      'Health',
    );
    const [copy = ''] = redacted(family);
    assert.match(copy, /displayName="Health Quality Measure Document"/);
    assert.match(copy, /extension="MIPS_GROUP"/);
    assert.match(copy, /extension="G0053"/);
  });

  it('leaves placeholders of an export template alone', () => {
    assert.equal(idOf(redacted(file({ npi: '{{npi}}' }))[0] ?? '', NPI_ROOT), '{{npi}}');
  });

  it('gives one value one replacement in all files that are redacted together', () => {
    const json = JSON.stringify({
      measurementSets: [],
      taxpayerIdentificationNumber: TIN,
      nationalProviderIdentifier: NPI,
    });
    const [xml = '', copy = ''] = redacted(file(), json);
    assert.deepEqual(JSON.parse(copy), {
      measurementSets: [],
      taxpayerIdentificationNumber: idOf(xml, TIN_ROOT),
      nationalProviderIdentifier: idOf(xml, NPI_ROOT),
    });
  });

  it('gives another value another replacement, none of them in an original', () => {
    const [first = '', second = ''] = redacted(file({ tin: '000000001' }), file({ tin: '000000002' }));
    const tins = [idOf(first, TIN_ROOT), idOf(second, TIN_ROOT)];
    assert.equal(new Set([...tins, '000000001', '000000002']).size, 4);
  });

  it('keeps numbers numbers in QPP JSON', () => {
    const [copy = ''] = redacted(`{ "measurementSets": [], "taxpayerIdentificationNumber": ${TIN} }`);
    assert.match(copy, /"taxpayerIdentificationNumber": [1-9]\d{8} /);
  });

  it('is made of a file that is cut off anywhere', () => {
    const text = withPerson(file());
    for (let end = text.length; end > 0; end = Math.floor(end * 0.9)) {
      const [copy = ''] = redacted(text.slice(0, end));
      assert.doesNotMatch(copy, /451237896|1234567893|Winterbottom|271-3000/, `cut at ${end}`);
    }
    const json = `{ "measurementSets": [], "nationalProviderIdentifier": "${NPI}`;
    assert.doesNotMatch(redacted(json)[0] ?? '', /1234567893/);
  });

  it('has the findings of the original', () => {
    const text = file({ npi: '1234567890', tin: '4512378961', quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
    const findings = (content: string) =>
      checkDocument(open(content), knowledge, DEFAULT_CHECK_OPTIONS).map(({ rule, range }) => [rule, range]);
    assert.ok(findings(text).length > 2);
    assert.deepEqual(findings(redacted(text)[0] ?? ''), findings(text));
  });

  it('is told in words', () => {
    const [redaction] = redact([open(withPerson(file()))]);
    assert.equal(
      redaction && replacedInWords(redaction.values),
      '1 TIN, 1 NPI, 1 CEHRT id, 1 other id, 3 names, 4 parts of addresses, 1 contact',
    );
    assert.equal(replacedInWords(new Map()), '');
  });
});
