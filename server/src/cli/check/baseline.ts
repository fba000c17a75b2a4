import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from '../usageError.ts';
import type { CheckedFinding } from './checkedFile.ts';

/**
 * Findings that were there before and are accepted: later ones alone count. It holds names of findings, nothing that
 * stands in the files.
 */
export interface Baseline {
  /** The findings, each marked whether it is accepted. */
  mark(path: string, findings: readonly CheckedFinding[]): CheckedFinding[];
  /** Writes what was shown, where the baseline is to be updated; what it says of files that are gone is left out. */
  save(): void;
}

/** By path, relative to the baseline's folder; by rule; the fingerprints. */
type Entries = Record<string, Record<string, readonly string[]>>;

/** Accepts nothing. */
export const NO_BASELINE: Baseline = { mark: (_path, findings) => [...findings], save: () => {} };

/** @throws UsageError when the file is no baseline */
export function readBaseline(file: string): Baseline {
  if (!existsSync(file)) {
    throw new UsageError(`There is no baseline "${file}"; --update-baseline writes one of today's findings.`);
  }
  const entries = readEntries(file);
  return {
    mark: (path, findings) => {
      const known = entries[keyOf(file, path)] ?? {};
      return findings.map((checked) => {
        const isAccepted = known[checked.finding.rule]?.includes(checked.fingerprint) ?? false;
        return { ...checked, isAccepted: isAccepted && !isInternal(checked) };
      });
    },
    save: () => {},
  };
}

/** A baseline that accepts all it is shown. @throws UsageError when there is such a file and it is no baseline */
export function updateBaseline(file: string): Baseline {
  const old = existsSync(file) ? readEntries(file) : {};
  const shown: Entries = {};
  return {
    mark: (path, findings) => {
      const taken = findings.filter((checked) => !isInternal(checked));
      const key = keyOf(file, path);
      const entry = shown[key] ?? {};
      shown[key] = entry;
      for (const { finding, fingerprint } of taken) {
        entry[finding.rule] = [...(entry[finding.rule] ?? []), fingerprint];
      }
      return findings.map((checked) => ({ ...checked, isAccepted: !isInternal(checked) }));
    },
    save: () => {
      const folder = dirname(resolve(file));
      const kept = Object.entries(old).filter(
        ([path]) => !(path in shown) && existsSync(resolve(folder, path)),
      );
      const fresh = Object.entries(shown).filter(([, rules]) => Object.keys(rules).length > 0);
      writeEntries(file, Object.fromEntries([...kept, ...fresh].sort(byKey)));
    },
  };
}

/** A file that could not be checked may hold anything: that is never accepted. */
function isInternal({ finding }: CheckedFinding): boolean {
  return finding.layer === 'internal';
}

function keyOf(file: string, path: string): string {
  return relative(dirname(resolve(file)), resolve(path)).replaceAll(sep, '/');
}

function readEntries(file: string): Entries {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isBaselineFile(content)) return content.files;
  } catch {
    // Told below: whether it cannot be read or is no JSON, what is right is the same.
  }
  throw new UsageError(
    `"${file}" is no baseline of QPP Lens; remove it and write one with --update-baseline.`,
  );
}

function isBaselineFile(content: unknown): content is { readonly files: Entries } {
  if (!isRecord(content) || content.version !== 1 || !isRecord(content.files)) return false;
  return Object.values(content.files).every(
    (rules) => isRecord(rules) && Object.values(rules).every((names) => Array.isArray(names)),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sorted and line by line, so that a version control system shows what came and went. */
function writeEntries(file: string, files: Entries): void {
  const sorted = Object.entries(files).map(
    ([path, rules]) => [path, Object.fromEntries(Object.entries(rules).sort(byKey))] as const,
  );
  const content = { version: 1, files: Object.fromEntries(sorted) };
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`);
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw new UsageError(
      `The baseline "${file}" cannot be written (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
