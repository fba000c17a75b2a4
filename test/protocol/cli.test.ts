import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { converterReport } from '../fixtures/errorReports.ts';
import { qrda3, TEST_NPI, TEST_TIN } from '../fixtures/qrda3/document.ts';
import { ecqm } from '../fixtures/qrda3/sections.ts';

const CLI = path.resolve(__dirname, '../../dist/cli.js');

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly format: string | null;
    readonly performanceYear: number | null;
    readonly participant: unknown;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly layer: string;
      readonly range: { readonly start: { readonly line: number } };
    }[];
  }[];
}

describe('The command line', () => {
  let folder: string;
  const write = (name: string, text: string | Buffer): string => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  };
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('node', [CLI, ...args], { encoding: 'utf8', cwd: folder });
    return { status, stdout, stderr };
  };
  const check = (...args: string[]): Report => JSON.parse(run('check', '--format', 'json', ...args).stdout);

  const valid = qrda3({ year: 2025, program: 'MIPS_INDIV', npi: TEST_NPI, quality: [{ ecqm: 'CMS165' }] });
  const stale = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-cli-'));
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  it('reports format, performance year and participant of a file', () => {
    const [file] = check(write('valid.xml', valid)).files;
    assert.equal(file?.format, 'qrda3');
    assert.equal(file?.performanceYear, 2025);
    assert.deepEqual(file?.participant, { entityType: 'individual', tin: TEST_TIN, npi: TEST_NPI });
  });

  it('exits with 1 on an error, 0 without one, 2 when it could not run', () => {
    assert.equal(run('check', write('stale.xml', stale)).status, 1);
    assert.equal(run('check', write('note.xml', '<note/>')).status, 0);
    assert.equal(run('check', 'no-such-file.xml').status, 2);
    assert.equal(run('check', '--format', 'yaml', 'note.xml').status, 2);
    assert.equal(run('mend', 'note.xml').status, 2);
    assert.equal(run('check').status, 2);
  });

  it('gives zero-based lines in JSON and counted lines in its pretty form', () => {
    const file = write('stale.xml', stale);
    const guid = ecqm('CMS165', 2024).eMeasureGuid ?? '';
    const line = stale.slice(0, stale.indexOf(guid)).split('\n').length - 1;
    const finding = check(file).files[0]?.findings.find(({ rule }) => rule === 'measure-guid-unknown');
    assert.equal(finding?.range.start.line, line);
    assert.match(run('check', file).stdout, new RegExp(`^ {2}${line + 1}:\\d+ {2}error`, 'm'));
  });

  it('takes folders and globs, each file once and in a stable order', () => {
    write('many/b.xml', valid);
    write('many/a/c.json', '{ "measurementSets": [] }');
    write('many/a/d.txt', 'no submission');
    const paths = check('many', 'many/**/*.xml').files.map((file) => file.path);
    assert.deepEqual(paths, ['many/a/c.json', 'many/b.xml']);
  });

  it('reports a file that is neither format without findings, and a broken one by its ending', () => {
    assert.deepEqual(check(write('note.xml', '<note/>')).files[0]?.findings, []);
    assert.deepEqual(
      check(write('empty.xml', '')).files[0]?.findings.map(({ rule }) => rule),
      ['xml-empty-document'],
    );
    const [first] = check(write('words.xml', 'no XML at all')).files[0]?.findings ?? [];
    assert.equal(first?.layer, 'syntax');
  });

  it('tells bytes that are not in the encoding of the file', () => {
    const bytes = Buffer.from(valid.replace('Example Practice', 'Practice Müller'), 'latin1');
    const rules = check(write('latin1.xml', bytes)).files[0]?.findings.map(({ rule }) => rule) ?? [];
    assert.deepEqual(
      rules.filter((rule) => rule.startsWith('xml-')),
      ['xml-encoding'],
    );
  });

  it('makes findings of the guide errors in the profile of the guide alone', () => {
    const file = write(
      'guide.xml',
      valid.replace(' displayName="Measure Section"', '').replace('<languageCode code="en"/>', ''),
    );
    const severities = (profile: string) =>
      new Set(
        check('--profile', profile, file)
          .files[0]?.findings.filter(({ layer }) => layer === 'guide')
          .map(({ severity }) => severity),
      );
    assert(!severities('upload').has('error'));
    assert(severities('guide').has('error'));
  });

  it("converts a file to the QPP JSON of CMS's converter, without a final line of its own", () => {
    const { status, stdout } = run('convert', write('valid.xml', valid));
    assert.equal(status, 0);
    assert.match(stdout, /^\{\n {2}"performanceYear" : 2025,\n {2}"entityType" : "individual",/);
    const [set] = JSON.parse(stdout).measurementSets;
    assert.deepEqual(set.measurements[0], {
      measureId: '236',
      value: {
        isEndToEndReported: true,
        performanceMet: 60,
        eligiblePopulationExclusion: 10,
        performanceNotMet: 30,
        eligiblePopulation: 100,
      },
    });
  });

  it('refuses to convert what the converter refuses, with its errors on standard error', () => {
    const { status, stdout, stderr } = run('convert', write('stale.xml', stale));
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /stale\.xml:\d+:\d+: .*\[CMS error 6\]/);
  });

  it('scores a file in figures that add up to what the counts say', () => {
    const breakdown = JSON.parse(run('score', '--format', 'json', write('valid.xml', valid)).stdout);
    const [measure] = breakdown.quality.measures;
    assert.equal(measure.performanceRate, 66.67);
    assert.equal(measure.caseCount, 100);
    assert.equal(measure.dataCompleteness, 100);
    assert.match(run('score', 'valid.xml').stdout, /236 .*eCQM/);
  });

  it('scores a changed value in place of the one in the file', () => {
    const file = write('valid.xml', valid);
    const breakdown = JSON.parse(run('score', '--format', 'json', '--what-if', '236=80/100', file).stdout);
    assert.equal(breakdown.quality.measures[0].performanceRate, 80);
    assert.equal(run('score', '--what-if', '236', file).status, 2);
  });

  it('lists the participants of a folder, each once', () => {
    write('elections/a.xml', valid);
    write('elections/b.xml', stale);
    const { participants } = JSON.parse(run('participants', '--format', 'json', 'elections').stdout);
    assert.deepEqual(
      participants.map(({ entityType, id }: { readonly entityType: string; readonly id: string }) => [
        entityType,
        id,
      ]),
      [
        ['group', TEST_TIN],
        ['individual', `${TEST_TIN} / ${TEST_NPI}`],
      ],
    );
  });

  it('refuses a folder of measures data that is none', () => {
    assert.equal(run('check', '--measures-data', folder, write('valid.xml', valid)).status, 2);
  });

  it('says what it can do', () => {
    for (const command of ['check', 'score', 'convert', 'participants']) {
      assert.match(run('--help').stdout, new RegExp(`qpp-lens ${command} `));
    }
    assert.match(run('check', '--help').stdout, /^ {2}--profile upload\|guide {2}/m);
    assert.match(run('--version').stdout, /^\d+\.\d+\.\d+/);
  });

  it("locates the errors of CMS's report in a file, with cause and fix", () => {
    const stale = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
    const file = write('stale.xml', stale);
    const path = "//*[local-name() = 'organizer'][1]";
    const detail = { errorCode: 6, message: 'CT - The measure GUID is bad', path };
    const report = write('report.json', converterReport('stale.xml', detail));
    const { stdout, status } = run('locate', report, file);
    assert.equal(status, 1);
    const before = stale.slice(0, stale.indexOf(ecqm('CMS165', 2024).eMeasureGuid ?? '')).split('\n');
    const place = `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    const [first, cause, fix] = stdout.split('\n');
    assert.equal(first, `${place}: CT - The measure GUID is bad [CMS error 6]`);
    assert.match(cause ?? '', /^ {2}cause: .*another year/);
    assert.match(fix ?? '', /^ {2}fix: /);
    assert.equal(run('locate', report).status, 2);
  });

  it("reports where a team's own XPath checks fail", () => {
    const check = {
      id: 'our-language',
      context: '//cda:languageCode',
      test: "@code = 'de'",
      message: 'Wrong.',
    };
    const file = write('own.xml', valid);
    const warned = run('xpath-checks', write('checks.json', JSON.stringify([check])), file);
    assert.equal(warned.status, 0);
    assert.match(warned.stdout, /own\.xml:\d+:\d+: warning: Wrong\. \[our-language\]/);
    const strict = write('strict.json', JSON.stringify([{ ...check, severity: 'error' }]));
    assert.equal(run('xpath-checks', strict, file).status, 1);
    assert.equal(run('xpath-checks', write('bad.json', '[{"id":"x"}]'), file).status, 2);
  });
});
