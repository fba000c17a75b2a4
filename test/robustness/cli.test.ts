import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { CLI, type ProgramFolder, programFolder } from '../protocol/cliProgram.ts';

const STALE = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });

/** A stack trace is no message to a user. */
const TRACE = /\n\s+at .*:\d+:\d+/;

describe('The command line', () => {
  let at: ProgramFolder;
  beforeEach(() => {
    at = programFolder();
  });
  afterEach(() => at.end());

  const link = (target: string, name: string) => fs.symlinkSync(target, path.join(at.path, name));

  for (const command of [
    'check',
    'score',
    'convert',
    'redact',
    'format',
    'locate',
    'participants',
  ] as const) {
    it(`${command} says in a sentence what it cannot read`, () => {
      link('b.xml', 'a.xml');
      link('a.xml', 'b.xml');
      link('nowhere.xml', 'dangling.xml');
      for (const name of ['a.xml', 'dangling.xml', 'missing.xml', `${'x'.repeat(5_000)}.xml`]) {
        const { status, stderr } = at.run(command, ...(command === 'locate' ? [name] : []), name);
        assert.equal(status, 2, name.slice(0, 20));
        assert.match(stderr, /^qpp-lens: /);
        assert.doesNotMatch(stderr, TRACE);
      }
    });
  }

  it('checks a folder named like a file, and one with links in a circle', () => {
    at.write('folder.xml/inside.xml', STALE);
    fs.mkdirSync(path.join(at.path, 'circle'));
    at.write('circle/inside.xml', STALE);
    link('../circle', 'circle/again');
    for (const name of ['folder.xml', 'circle']) {
      const { status, stdout } = at.run('check', '--format', 'json', name);
      assert.equal(status, 1);
      assert.ok(JSON.parse(stdout).files.length > 0);
    }
  });

  it('checks empty and binary files like others', () => {
    at.write('empty.xml', '');
    at.write('empty.json', '');
    const bytes = Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 2_654_435_761) >>> 24));
    at.write('binary.xml', bytes);
    at.write('binary.json', bytes);
    const { status, stdout, stderr } = at.run(
      'check',
      '--format',
      'json',
      'empty.xml',
      'empty.json',
      'binary.xml',
      'binary.json',
    );
    assert.equal(status, 1);
    assert.equal(JSON.parse(stdout).files.length, 4);
    assert.doesNotMatch(stderr, TRACE);
  });

  it('checks a file that comes through a named pipe', async () => {
    spawnSync('mkfifo', [path.join(at.path, 'pipe.xml')]);
    const program = spawn('node', [CLI, 'check', '--format', 'json', 'pipe.xml'], { cwd: at.path });
    let output = '';
    program.stdout.on('data', (data: Buffer) => {
      output += data.toString();
    });
    const ended = new Promise((resolve) => program.once('close', resolve));
    fs.writeFileSync(path.join(at.path, 'pipe.xml'), STALE);
    assert.equal(await ended, 1);
    assert.equal(JSON.parse(output).files[0].format, 'qrda3');
  });

  const ENCODED: readonly (readonly [string, Buffer])[] = [
    ['UTF-16 LE with a byte order mark', Buffer.from(`\ufeff${STALE}`.replace('UTF-8', 'UTF-16'), 'utf16le')],
    [
      'UTF-16 BE with a byte order mark',
      Buffer.from(`\ufeff${STALE}`.replace('UTF-8', 'UTF-16'), 'utf16le').swap16(),
    ],
    ['UTF-16 LE without a byte order mark', Buffer.from(STALE, 'utf16le')],
    ['UTF-16 BE without a byte order mark', Buffer.from(STALE, 'utf16le').swap16()],
    [
      'Latin-1 as it says',
      Buffer.from(STALE.replace('UTF-8', 'ISO-8859-1').replace('<title>', '<title>é'), 'latin1'),
    ],
    ['Latin-1 where it says UTF-8', Buffer.from(STALE.replace('<title>', '<title>é'), 'latin1')],
    ['UTF-8 where it says UTF-16', Buffer.from(STALE.replace('UTF-8', 'UTF-16'))],
    ['half an UTF-16 character at its end', Buffer.from(`\ufeff${STALE}`, 'utf16le').subarray(0, -1)],
  ];
  for (const [encoding, bytes] of ENCODED) {
    it(`finds the stale GUID of a file in ${encoding}`, () => {
      at.write('file.xml', bytes);
      const { stdout } = at.run('check', '--format', 'json', 'file.xml');
      const rules = JSON.parse(stdout).files[0].findings.map(({ rule }: { readonly rule: string }) => rule);
      assert.ok(rules.includes('measure-guid-unknown'), rules.join());
    });
  }

  for (const command of ['redact', 'format', 'move'] as const) {
    it(`${command} makes no copy of a file whose bytes it cannot read: they would be lost`, () => {
      at.write('file.xml', Buffer.from(STALE.replace('<title>', '<title>é'), 'latin1'));
      const { status, stdout, stderr } = at.run(
        command,
        ...(command === 'move' ? ['--to', '2024'] : []),
        'file.xml',
      );
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /cannot be copied whole. The file has bytes that are not UTF-8/);
    });
  }

  it('ends quietly when nobody reads on', () => {
    at.write('file.xml', STALE);
    for (const end of ['| head -c 5', '>&-', '2>&-', '<&-']) {
      const { stderr, status } = spawnSync(
        'bash',
        ['-c', `node "$0" check --format json file.xml file.xml ${end}`, CLI],
        { cwd: at.path, encoding: 'utf8' },
      );
      assert.doesNotMatch(stderr, TRACE, end);
      assert.ok(status !== null && status <= 2, end);
    }
  });
});
