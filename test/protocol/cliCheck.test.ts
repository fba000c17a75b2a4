import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { qrda3, TEST_NPI } from '../fixtures/qrda3/document.ts';
import { ecqm } from '../fixtures/qrda3/sections.ts';
import { CLI, type ProgramFolder, programFolder } from './cliProgram.ts';

const VALID = qrda3({ year: 2025, program: 'MIPS_INDIV', npi: TEST_NPI, quality: [{ ecqm: 'CMS165' }] });
const STALE = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
const STALE_GUID = ecqm('CMS165', 2024).eMeasureGuid ?? '';
const QPP_JSON = '{ "measurementSets": [] }';

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
}

describe('check', () => {
  let at: ProgramFolder;
  const paths = (...args: string[]): string[] => {
    const { stdout } = at.run('check', '--format', 'json', ...args);
    return JSON.parse(stdout).files.map((file: { readonly path: string }) => file.path);
  };
  const findings = (...args: string[]): JsonFinding[] =>
    JSON.parse(at.run('check', '--format', 'json', ...args).stdout).files.flatMap(
      (file: { readonly findings: readonly JsonFinding[] }) => file.findings,
    );
  const severity = (...args: string[]) =>
    findings('stale.xml', ...args).find(({ rule }) => rule === 'measure-guid-unknown')?.severity;

  beforeEach(() => {
    at = programFolder();
    at.write('stale.xml', STALE);
    at.write('valid.xml', VALID);
  });
  afterEach(() => at.end());

  describe('of files, folders and globs', () => {
    it('takes files out that a negated glob or folder names', () => {
      at.write('out/a.xml', VALID);
      at.write('out/old/b.xml', VALID);
      at.write('out/draft.xml', VALID);
      assert.deepEqual(paths('out', '!out/old', '!**/draft.*'), ['out/a.xml']);
      assert.deepEqual(paths('out/**/*.xml', '!out/old/**'), ['out/a.xml', 'out/draft.xml']);
    });

    it('leaves out what .qpplensignore ignores, unless the file is named', () => {
      at.write('.qpplensignore', '# drafts\n*.draft.xml\n/out/old/\n!kept.draft.xml\n');
      at.write('out/a.xml', VALID);
      at.write('out/b.draft.xml', VALID);
      at.write('out/kept.draft.xml', VALID);
      at.write('out/old/c.xml', VALID);
      assert.deepEqual(paths('out'), ['out/a.xml', 'out/kept.draft.xml']);
      assert.deepEqual(paths('**/*.draft.xml'), ['out/kept.draft.xml']);
      assert.deepEqual(paths('out/b.draft.xml'), ['out/b.draft.xml']);
    });

    it('heeds the .qpplensignore of each folder, the nearest first', () => {
      at.write('.qpplensignore', '*.tmp.xml\n');
      at.write('in/.qpplensignore', '!mine.tmp.xml\nb.xml\n');
      for (const name of ['in/mine.tmp.xml', 'in/other.tmp.xml', 'in/b.xml', 'in/deep/b.xml', 'c/b.xml']) {
        at.write(name, VALID);
      }
      assert.deepEqual(paths('in', 'c'), ['in/mine.tmp.xml', 'c/b.xml']);
    });

    it('passes over files of other kinds in a folder, not those that are named or broken', () => {
      at.write('out/a.xml', VALID);
      at.write('out/b.json', QPP_JSON);
      at.write('out/package.json', '{ "name": "tool" }');
      at.write('out/other.xml', `<!-- <ClinicalDocument> --><note>${' '.repeat(70_000)}</note>`);
      at.write('out/failed.xml', '');
      const { stdout } = at.run('check', 'out');
      assert.match(stdout, / in 3 files; 2 other files skipped\n$/);
      assert.deepEqual(paths('out'), ['out/a.xml', 'out/b.json', 'out/failed.xml']);
      assert.deepEqual(paths('out/package.json'), ['out/package.json']);
    });

    it('finds a submission behind a comment that is longer than the head of a file', () => {
      at.write(
        'out/a.xml',
        VALID.replace('<ClinicalDocument', `<!--${' '.repeat(200_000)}--><ClinicalDocument`),
      );
      assert.deepEqual(paths('out'), ['out/a.xml']);
    });

    it('keeps the order of the operands, and sorts within each', () => {
      for (const name of ['b/2.xml', 'b/1.xml', 'a/1.xml']) at.write(name, VALID);
      assert.deepEqual(paths('b', 'a', 'b/2.xml'), ['b/1.xml', 'b/2.xml', 'a/1.xml']);
    });

    it('goes on with the others when a file cannot be read, and exits with 2', () => {
      at.write('out/a.xml', VALID);
      const { status, stdout, stderr } = at.run('check', '--format', 'json', '/proc/self/mem', 'out');
      assert.equal(status, 2);
      assert.match(stderr, /"\/proc\/self\/mem" cannot be read/);
      assert.deepEqual(JSON.parse(stdout).files.length, 1);
    });
  });

  describe('of standard input', () => {
    it('reads a file by the name it is given', () => {
      const { status, stdout } = at.runWith(
        STALE,
        'check',
        '--format',
        'json',
        '--stdin-filename',
        'x.xml',
        '-',
      );
      const [file] = JSON.parse(stdout).files;
      assert.equal(status, 1);
      assert.equal(file.path, 'x.xml');
      assert.equal(file.format, 'qrda3');
    });

    it('is called <stdin> without a name, and judged by a name that tells what the text does not', () => {
      const { stdout } = at.runWith('', 'check', '--format', 'json', '-');
      assert.equal(JSON.parse(stdout).files[0].path, '<stdin>');
      const named = at.runWith('', 'check', '--format', 'json', '--stdin-filename', 'x.xml', '-').stdout;
      assert.equal(JSON.parse(named).files[0].findings[0].rule, 'xml-empty-document');
    });
  });

  describe('with other severities', () => {
    it('gives a rule the severity that is asked for, or silences it', () => {
      assert.equal(severity(), 'error');
      assert.equal(severity('--rule', 'measure-guid-unknown=warning'), 'warning');
      assert.equal(severity('--rule', 'measure-guid-unknown=off'), undefined);
    });

    it('refuses a rule or severity that there is not, and names the one that is meant', () => {
      const { status, stderr } = at.run('check', '--rule', 'mesure-guid-unknown=off', 'stale.xml');
      assert.equal(status, 2);
      assert.match(stderr, /no rule "mesure-guid-unknown"; perhaps measure-guid-unknown is meant/);
      assert.equal(at.run('check', '--rule', 'measure-guid-unknown=loud', 'stale.xml').status, 2);
      assert.equal(at.run('check', '--rule', 'measure-guid-unknown', 'stale.xml').status, 2);
    });

    it('exits with 1 when there are more warnings than --max-warnings allows', () => {
      const silent = ['--rule', 'measure-guid-unknown=warning', '--rule', 'population-guid-unknown=off'];
      const warnings = findings(...silent, 'stale.xml').filter(
        (finding) => finding.severity === 'warning',
      ).length;
      const status = (most: number) =>
        at.run('check', ...silent, '--max-warnings', String(most), 'stale.xml').status;
      assert.ok(warnings > 0);
      assert.equal(status(warnings), 0);
      assert.equal(status(warnings - 1), 1);
    });

    it('reports errors alone when it should be quiet, and counts warnings still', () => {
      const args = ['--rule', 'measure-guid-unknown=warning', '--quiet'];
      assert.equal(severity(...args), undefined);
      assert.equal(at.run('check', ...args, '--max-warnings', '0', 'stale.xml').status, 1);
    });
  });

  describe('with a baseline', () => {
    const accept = () => at.run('check', '--baseline', 'accepted.json', '--update-baseline', '.');

    it("accepts today's findings, and later only new ones count", () => {
      assert.equal(at.run('check', '.').status, 1);
      const updated = accept();
      assert.equal(updated.status, 0);
      assert.match(updated.stdout, /^0 errors in 2 files; \d+ findings accepted by the baseline$/m);
      assert.equal(at.run('check', '--baseline', 'accepted.json', '.').status, 0);
      at.write('new.xml', STALE);
      const { status, stdout } = at.run('check', '--baseline', 'accepted.json', '.');
      assert.equal(status, 1);
      assert.match(stdout, /^new\.xml/m);
      assert.doesNotMatch(stdout, /^stale\.xml {2}QRDA III/m);
    });

    it('knows a finding again when lines are added above it and the file is indented', () => {
      accept();
      at.write(
        'stale.xml',
        STALE.replace('<ClinicalDocument', '<!-- moved -->\n\n<ClinicalDocument').replaceAll('\n', '\n   '),
      );
      assert.deepEqual(findings('--baseline', 'accepted.json', 'stale.xml'), []);
    });

    it('counts one more of the same fault in a file', () => {
      accept();
      const [set] = /<entry[\s\S]*<\/entry>/.exec(STALE) ?? [''];
      at.write('stale.xml', STALE.replace(set, `${set}\n${set}`));
      assert.equal(at.run('check', '--baseline', 'accepted.json', 'stale.xml').status, 1);
    });

    it('holds nothing of what stands in the files', () => {
      accept();
      const content = at.read('accepted.json');
      assert.ok(content.includes('measure-guid-unknown'));
      assert.ok(!content.includes(STALE_GUID.slice(-12)));
    });

    it('keeps what it says of files that were not checked, and forgets those that are gone', () => {
      at.write('gone.xml', STALE);
      at.write('other.xml', STALE);
      accept();
      at.remove('gone.xml');
      at.run('check', '--baseline', 'accepted.json', '--update-baseline', 'stale.xml');
      assert.deepEqual(Object.keys(JSON.parse(at.read('accepted.json')).files), [
        'other.xml',
        'stale.xml',
        'valid.xml',
      ]);
    });

    it('finds its files from any folder', () => {
      at.write('in/a.xml', STALE);
      at.run('check', '--baseline', 'in/accepted.json', '--update-baseline', 'in');
      assert.deepEqual(Object.keys(JSON.parse(at.read('in/accepted.json')).files), ['a.xml']);
    });

    it('refuses a file that is no baseline or is not there', () => {
      at.write('list.json', '["stale.xml"]');
      assert.equal(at.run('check', '--baseline', 'list.json', 'stale.xml').status, 2);
      assert.equal(at.run('check', '--baseline', 'none.json', 'stale.xml').status, 2);
      assert.equal(at.run('check', '--update-baseline', 'stale.xml').status, 2);
    });
  });

  describe('of many files', () => {
    /** So large that one thread does not check them all. */
    const LARGE = `${STALE}<!--${' '.repeat(500_000)}-->`;

    it('tells them in their order, however many threads check them', () => {
      const names = Array.from({ length: 40 }, (_, index) => `many/${String(index).padStart(2, '0')}.xml`);
      // The first of them takes longest.
      for (const [index, name] of names.entries()) at.write(name, index === 0 ? LARGE.repeat(8) : LARGE);
      const { files } = JSON.parse(at.run('check', '--format', 'json', 'many').stdout);
      assert.deepEqual(
        files.map((file: { readonly path: string }) => file.path),
        names,
      );
      const rules = files
        .slice(1)
        .map(({ findings: found }: { readonly findings: readonly JsonFinding[] }) =>
          found.map(({ rule }) => rule).join(' '),
        );
      assert.deepEqual(
        new Set(rules),
        new Set([
          findings('many/01.xml')
            .map(({ rule }) => rule)
            .join(' '),
        ]),
      );
    });

    it('ends at Ctrl-C with 130, and leaves no half report', async () => {
      for (let index = 0; index < 100; index++) at.write(`many/${index}.xml`, LARGE);
      const args = ['check', '--format', 'json', '--output', 'report.json', 'many'];
      const child = spawn('node', [CLI, ...args], { cwd: at.path });
      let told = '';
      child.stderr.on('data', (chunk) => {
        told += chunk;
      });
      const ended = once(child, 'exit');
      while (!at.has('report.json.part')) await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill('SIGINT');
      assert.deepEqual(await ended, [130, null]);
      assert.equal(told, 'qpp-lens: interrupted.\n');
      assert.ok(!at.has('report.json') && !at.has('report.json.part'));
    });
  });

  it('writes the report to a file and its figures to standard error', () => {
    const { status, stdout, stderr } = at.run(
      'check',
      '--format',
      'json',
      '--output',
      'report.json',
      'stale.xml',
    );
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^\d+ errors?.* in 1 file\n$/);
    assert.equal(JSON.parse(at.read('report.json')).files.length, 1);
    assert.equal(at.run('check', '--output', 'no/such/folder.txt', 'stale.xml').status, 2);
  });

  it('tells findings that files give together behind those of each file', () => {
    at.write('again/a.xml', VALID);
    at.write('again/b.xml', VALID);
    const { files, acrossFiles } = JSON.parse(at.run('check', '--format', 'json', 'again').stdout);
    assert.equal(files.length, 2);
    assert.ok(acrossFiles.length > 0);
    assert.match(at.run('check', 'again').stdout, /together with other files/);
  });

  it('shows the line of a finding with the value underlined', () => {
    const { stdout } = at.run('check', 'stale.xml');
    const frames = /│ (.*)\n +│ ( *)(\^+)\n/.exec(stdout.slice(stdout.indexOf('measure-guid-unknown')));
    const [, code = '', before = '', marks = ''] = frames ?? [];
    assert.equal(
      code.slice(before.length, before.length + marks.length).toUpperCase(),
      STALE_GUID.toUpperCase(),
    );
  });
});
