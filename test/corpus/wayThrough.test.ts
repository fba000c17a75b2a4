import assert from 'node:assert/strict';
import type { QppDocument } from '../../server/src/document/document.ts';
import { openDocument } from '../../server/src/document/openDocument.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { listShared, readShared } from './shared.ts';

/** The findings the product is named for: measure GUIDs, coding against ids, conflicting PI data. */
const NAMED_FOR = [
  'measure-guid-unknown',
  'population-guid-unknown',
  'identifier-missing',
  'identifier-not-allowed',
  'program-entity-mismatch',
  'pi-exclusion-conflict',
  'pi-substitute-conflict',
  'pi-measure-repeated',
];

/** Seeded faults of those kinds, and the lines of the element they were put into (from `verdicts.json`). */
const SEEDED: Readonly<Record<string, readonly [rule: string, from: number, to: number]>> = {
  'G02-g25.xml': ['measure-guid-unknown', 193, 193],
  'G16-g25.xml': ['measure-guid-unknown', 193, 193],
  'G17-g23.xml': ['measure-guid-unknown', 188, 188],
  'G18-g24.xml': ['measure-guid-unknown', 195, 195],
  'B02-g25.xml': ['population-guid-unknown', 1069, 1069],
  'Q06-r25.xml': ['population-guid-unknown', 220, 220],
  'P09-g25.xml': ['identifier-missing', 111, 111],
  'P11-g25.xml': ['identifier-missing', 111, 111],
  'P12-g25.xml': ['identifier-missing', 111, 111],
  'P13-g24.xml': ['identifier-missing', 113, 113],
  'P20-g25.xml': ['identifier-missing', 111, 111],
  'N04-i25.xml': ['identifier-missing', 139, 139],
  'T03-g25.xml': ['identifier-missing', 141, 141],
  'S01-s25.xml': ['identifier-missing', 144, 144],
  'I02-g25.xml': ['pi-exclusion-conflict', 2947, 2973],
  'I03-g25.xml': ['pi-substitute-conflict', 2947, 2973],
};

interface Verdict {
  readonly performanceYear: number | null;
  readonly wellFormed: boolean;
}

interface ConvertedParticipant {
  readonly entityType?: string;
  readonly taxpayerIdentificationNumber?: string;
  readonly nationalProviderIdentifier?: string;
  readonly entityId?: string;
}

function read(text: string): { readonly document: QppDocument; readonly findings: readonly Finding[] } {
  const document = openDocument(text, knowledge.catalogs, { performanceYear: null, syntaxHint: 'xml' });
  return { document, findings: checkDocument(document, knowledge, DEFAULT_CHECK_OPTIONS) };
}

/** What a converted file's name has behind the name of its source. */
const ENDING = '.qpp.json';

const isInternal = ({ data }: Finding) => data?.internal === true;

describe('Real QRDA III files', () => {
  const verdicts: Record<string, Verdict> = JSON.parse(readShared('samples', 'qrda3', 'verdicts.json'));
  const files = Object.entries(verdicts).map(([name, verdict]) => ({
    name,
    verdict,
    ...read(readShared('samples', 'qrda3', 'files', name)),
  }));

  it('make no rule fail', () => {
    for (const { name, findings } of files) assert.deepEqual(findings.filter(isInternal), [], name);
  });

  it('have syntax findings exactly where they are not well-formed', () => {
    for (const { name, verdict, findings } of files) {
      assert.equal(
        findings.some(({ layer }) => layer === 'syntax'),
        !verdict.wellFormed,
        name,
      );
    }
  });

  it('tell the year they were written for', () => {
    for (const { name, verdict, document } of files) {
      const year = document.format === null ? null : document.performanceYear;
      assert.equal(year, verdict.performanceYear, name);
    }
    console.log(`      performance year: equal in ${files.length} of ${files.length} files`);
  });

  it("tell the participant that CMS's converter files them under", () => {
    const converted = listShared('samples', 'qrda3', 'qpp-json-own-year').filter(
      (name) => name.replace(ENDING, '') in verdicts,
    );
    for (const name of converted) {
      const json: ConvertedParticipant = JSON.parse(
        readShared('samples', 'qrda3', 'qpp-json-own-year', name),
      );
      const file = files.find((candidate) => candidate.name === name.replace(ENDING, ''));
      assert(file?.document.format === 'qrda3', name);
      const {
        entityType,
        taxpayerIdentificationNumber: tin,
        nationalProviderIdentifier: npi,
        entityId,
      } = file.document.submission;
      assert.deepEqual(
        [entityType?.value, tin?.value, npi?.value, entityId?.value],
        [json.entityType, json.taxpayerIdentificationNumber, json.nationalProviderIdentifier, json.entityId],
        name,
      );
    }
    assert(converted.length > 0);
    console.log(`      participant: equal in ${converted.length} of ${converted.length} converted files`);
  });
});

describe('Faults seeded into clean files', () => {
  it('of GUIDs, coding and PI data are found at the line of the fault', () => {
    for (const [name, [rule, from, to]] of Object.entries(SEEDED)) {
      const { findings } = read(readShared('samples', 'qrda3', 'mutants', name));
      const lines = findings
        .filter((finding) => finding.rule === rule)
        .map(({ range }) => range.start.line + 1);
      assert(
        lines.some((line) => line >= from && line <= to),
        `${name}: ${rule} at ${lines.join(', ')}`,
      );
    }
    console.log(
      `      seeded GUID, coding and PI faults: ${Object.keys(SEEDED).length} found at their lines`,
    );
  });

  it('are missing in the clean files, and so is every such finding', () => {
    const bases = listShared('samples', 'qrda3', 'mutants', 'base').filter((name) => name.endsWith('.xml'));
    for (const name of bases) {
      const { findings } = read(readShared('samples', 'qrda3', 'mutants', 'base', name));
      assert.deepEqual(
        findings.filter(({ rule }) => NAMED_FOR.includes(rule)),
        [],
        name,
      );
    }
    assert(bases.length > 0);
  });
});

describe('Real QPP JSON files', () => {
  it('make no rule fail, and have syntax findings exactly where JSON.parse refuses them', () => {
    const names = listShared('samples', 'qpp-json').filter(
      (name) => /\.json(\.txt)?$/.test(name) && name !== 'manifest.json',
    );
    for (const name of names) {
      const text = readShared('samples', 'qpp-json', name);
      const { document, findings } = read(text);
      assert.deepEqual(findings.filter(isInternal), [], name);
      if (document.format !== 'qpp-json') continue;
      assert.equal(
        findings.some(({ layer }) => layer === 'syntax'),
        !isJson(text),
        name,
      );
    }
    assert(names.length > 0);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
