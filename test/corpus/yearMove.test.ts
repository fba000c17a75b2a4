import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performanceYears } from '../../server/src/catalog/performanceYears.ts';
import { openDocument } from '../../server/src/document/openDocument.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { moveToYear, type SubmissionDocument, type YearMove } from '../../server/src/yearMove/yearMove.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { listShared, readShared } from './shared.ts';

/**
 * Conformance that no file of another year has by itself: a program that the year does not have, and what only its
 * author can add (a CEHRT id) or take out (an NPI, a section). Each is listed.
 */
const NOT_OURS_TO_WRITE: ReadonlySet<string> = new Set([
  'CMS_11', // the program is none of the year
  'CMS_19', // 2020 and before: the virtual group, or the NPI
  'CMS_20', // 2020 and before: a practice site is one of CPC+
  'CMS_101', // 2023 to 2025: the published check asks for a PCF practice site whatever the program
  'CMS_113', // to 2024: PCF without Promoting Interoperability
  'CMS_138', // a file without program looks like one of MCP_STANDARD to the published check
  'CMS_139',
  'CMS_140', // from 2025: the CEHRT id is needed as soon as there are quality measures
  'CMS_142', // 2026: SSP_PI without quality measures
  '18177_C01', // from 2023: performers by program
]);

interface Sample {
  readonly name: string;
  readonly document: SubmissionDocument;
  readonly year: number;
}

function open(text: string) {
  return openDocument(text, knowledge.catalogs, { performanceYear: null });
}

/** Those of CMS: its published samples, and those beside its converter. */
function samples(): Sample[] {
  return listShared('samples', 'qrda3', 'files').flatMap((name) => {
    const document = open(readShared('samples', 'qrda3', 'files', name));
    if (document.format !== 'qrda3' || document.performanceYear === null) return [];
    return performanceYears.includes(document.performanceYear)
      ? [{ name, document, year: document.performanceYear }]
      : [];
  });
}

function moved(
  { document }: Pick<Sample, 'document'>,
  to: number,
): { readonly text: string; readonly move: YearMove } {
  const move = moveToYear(document, to, knowledge);
  assert.ok(move);
  return { text: applyEdits(document.text, move.edits), move };
}

/** How often each assertion of the year's Schematron fails; with those that wait for a right template version. */
function failures(text: string, year: number, isWhole: boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { constraint, origin } of knowledge.guides.guide(year)?.violations(parseXml(text)) ?? []) {
    if (constraint.strength || origin === 'overlooked' || (origin === 'assumed' && !isWhole)) continue;
    // The number of the edition changes with the year: 4526-18177, 5562-18177.
    const key = (constraint.conf ?? constraint.assert).replace(/^\d+-/, '');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Errors of the guide that the moved file has and the original has not. */
function newFailures(
  { document, year }: Sample,
  to: number,
): { readonly fresh: string[]; readonly move: YearMove } {
  const before = failures(document.text, year, true);
  const { text, move } = moved({ document }, to);
  const fresh = [...failures(text, to, false)].filter(([key, count]) => count > (before.get(key) ?? 0));
  return { fresh: fresh.map(([key]) => key), move };
}

const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

describe('The samples moved to another year', () => {
  const all = samples();

  it("have, as CMS's own of 2024 in 2025, no guide error that was not there before", () => {
    const official = all.filter(({ name, year }) => name.startsWith('esac__') && year === 2024);
    assert.ok(official.length > 0);
    for (const sample of official) assert.deepEqual(newFailures(sample, 2025).fresh, [], sample.name);
    console.log(`      ${official.length} official samples of 2024, no new error`);
  });

  it('have, in all years next to theirs, none but what only their author can write, and that is listed', () => {
    const counts = new Map<string, { files: number; clean: number }>();
    for (const sample of all) {
      for (const to of [sample.year - 1, sample.year + 1].filter((year) => performanceYears.includes(year))) {
        const { fresh, move } = newFailures(sample, to);
        for (const key of fresh) {
          assert.ok(NOT_OURS_TO_WRITE.has(key), `${sample.name} has a new ${key} in ${to}`);
        }
        const pair = `${sample.year} to ${to}`;
        const count = counts.get(pair) ?? { files: 0, clean: 0 };
        counts.set(pair, { files: count.files + 1, clean: count.clean + (fresh.length === 0 ? 1 : 0) });
        if (fresh.includes('CMS_140') || fresh.includes('CMS_11'))
          assert.ok(move.leftovers.length > 0, sample.name);
      }
    }
    for (const [pair, { files, clean }] of [...counts].sort()) {
      console.log(`      ${pair}: ${files} files, ${clean} without new error`);
    }
  });

  it('have the same GUIDs again after there and back, where the eCQM is in both years', () => {
    let guids = 0;
    for (const sample of all) {
      const to = sample.year < 2025 ? sample.year + 1 : sample.year - 1;
      const there = open(moved(sample, to).text);
      assert.ok(there.format === 'qrda3');
      const back = moved({ document: there }, sample.year).text;
      const before = sample.document.text.match(GUID) ?? [];
      const after = back.match(GUID) ?? [];
      assert.equal(after.length, before.length, sample.name);
      for (const [index, guid] of before.entries()) {
        const isOfYear = [
          ...knowledge.catalogs.findMeasureGuid(guid),
          ...knowledge.catalogs.findPopulationGuid(guid),
        ].some(({ performanceYear }) => performanceYear === sample.year);
        if (!isOfYear) continue;
        guids++;
        assert.equal(after[index], guid, sample.name);
      }
    }
    console.log(`      ${all.length} files, ${guids} GUIDs the same`);
  });
});

describe('The examples of QPP JSON moved to the next year', () => {
  it('have no error but what is listed', () => {
    let files = 0;
    for (const year of performanceYears.slice(0, -1)) {
      const folder = resolve(__dirname, '../../examples', String(year));
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
        const document = open(readFileSync(join(folder, name), 'utf8'));
        assert.ok(document.format === 'qpp-json');
        const { text, move } = moved({ document }, year + 1);
        const listed = new Set(move.leftovers.map(({ message }) => message));
        const errors = checkDocument(open(text), knowledge, DEFAULT_CHECK_OPTIONS).filter(
          ({ severity }) => severity === 'error',
        );
        for (const { message } of errors) assert.ok(listed.has(message), `${year}/${name}: ${message}`);
        files++;
      }
    }
    console.log(`      ${files} files`);
  });
});
