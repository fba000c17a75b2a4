import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const CLI = path.resolve(__dirname, '../../dist/cli.js');

/** What a run of the command line gave. */
export interface ProgramResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command line in a folder of its own. */
export interface ProgramFolder {
  readonly path: string;
  /** Writes a file with its folders. @returns its name */
  write(name: string, content: string | Buffer): string;
  read(name: string): string;
  remove(name: string): void;
  has(name: string): boolean;
  run(...args: string[]): ProgramResult;
  /** @param input what comes by standard input */
  runWith(input: string, ...args: string[]): ProgramResult;
  /** Takes the folder away. */
  end(): void;
}

export function programFolder(): ProgramFolder {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-cli-'));
  const runWith = (input: string, ...args: string[]): ProgramResult => {
    const { status, stdout, stderr } = spawnSync('node', [CLI, ...args], {
      encoding: 'utf8',
      cwd: folder,
      input,
      maxBuffer: 1e9,
    });
    return { status, stdout, stderr };
  };
  return {
    path: folder,
    write: (name, content) => {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
      return name;
    },
    read: (name) => fs.readFileSync(path.join(folder, name), 'utf8'),
    remove: (name) => fs.rmSync(path.join(folder, name)),
    has: (name) => fs.existsSync(path.join(folder, name)),
    run: (...args) => runWith('', ...args),
    runWith,
    end: () => fs.rmSync(folder, { recursive: true }),
  };
}
