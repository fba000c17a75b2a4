import type { Catalogs } from '../catalog/catalog.ts';
import type { FileFacts } from '../rules/acrossFiles/facts.ts';
import type { Finding } from '../rules/finding.ts';
import {
  type AcrossFilesFinding,
  type AcrossFilesOptions,
  checkParticipant,
  checkTin,
  participantYearKey,
  tinYearKey,
} from './checkTogether.ts';

/** The facts of all files of a workspace, and what the files say together, kept up to date file by file. */
export interface WorkspaceIndex {
  /** Whether the file was put in, be it a submission or not. */
  has(path: string): boolean;
  /** Takes a file's facts, `null` for one that is no submission (any more). */
  put(path: string, facts: FileFacts | null): void;
  remove(path: string): void;
  paths(): Iterable<string>;
  /** Each participant and year once, by key. */
  participants(): ReadonlyMap<string, readonly FileFacts[]>;
  /** The files of one participant and year, in the order of their paths. */
  filesOf(participantKey: string): readonly FileFacts[];
  /** What the files of one participant and year say together. */
  conflictsOf(participantKey: string): readonly AcrossFilesFinding[];
  /**
   * Compares again what has changed since the last time, until that is done or `isTimeUp`; whether something is left
   * says `needsRecheck`. @returns the findings between files of each file for which they are others than before, an
   * empty list where there are none left
   */
  recheck(
    catalogs: Catalogs,
    options: AcrossFilesOptions,
    isTimeUp?: () => boolean,
  ): ReadonlyMap<string, readonly Finding[]>;
  readonly needsRecheck: boolean;
  /** Everything is to be compared again: settings or knowledge have changed. */
  invalidate(): void;
}

/** Files that are compared with each other, and the findings of that. */
interface Scope {
  readonly key: string;
  readonly of: 'participant' | 'tin';
  readonly paths: Set<string>;
  findings: readonly AcrossFilesFinding[];
  byPath: ReadonlyMap<string, readonly Finding[]>;
}

type Scopes = Map<string, Scope>;

/** An index without files. */
export function createWorkspaceIndex(): WorkspaceIndex {
  const files = new Map<string, FileFacts | null>();
  const byParticipant: Scopes = new Map();
  const byTin: Scopes = new Map();
  const changed = new Set<Scope>();

  function leave(path: string): void {
    const facts = files.get(path);
    if (!facts) return;
    for (const scope of scopesOf(facts)) {
      scope.paths.delete(path);
      changed.add(scope);
    }
  }

  function scopesOf(facts: FileFacts): Scope[] {
    const participant = participantYearKey(facts);
    const tin = tinYearKey(facts);
    return [
      ...(participant === null ? [] : [scopeOf(byParticipant, 'participant', participant)]),
      ...(tin === null ? [] : [scopeOf(byTin, 'tin', tin)]),
    ];
  }

  function factsIn(scope: Scope | undefined): FileFacts[] {
    return [...(scope?.paths ?? [])].sort().flatMap((path) => files.get(path) ?? []);
  }

  /** @returns the paths whose findings are others than before */
  function recheckScope(scope: Scope, catalogs: Catalogs, options: AcrossFilesOptions): string[] {
    const group = factsIn(scope);
    const before = scope.byPath;
    scope.findings =
      scope.of === 'tin' ? checkTin(group, options) : checkParticipant(group, catalogs, options);
    scope.byPath = findingsByPath(scope.findings);
    if (group.length === 0) (scope.of === 'tin' ? byTin : byParticipant).delete(scope.key);
    return differingPaths(before, scope.byPath);
  }

  function findingsOf(path: string): readonly Finding[] {
    const facts = files.get(path);
    return facts ? scopesOf(facts).flatMap((scope) => scope.byPath.get(path) ?? []) : [];
  }

  return {
    has: (path) => files.has(path),
    put(path, facts) {
      leave(path);
      const kept = facts && copyOf(facts);
      files.set(path, kept);
      if (!kept) return;
      for (const scope of scopesOf(kept)) {
        scope.paths.add(path);
        changed.add(scope);
      }
    },
    remove(path) {
      leave(path);
      files.delete(path);
    },
    paths: () => files.keys(),
    participants: () =>
      new Map(
        [...byParticipant].flatMap(([key, scope]) =>
          scope.paths.size === 0 ? [] : [[key, factsIn(scope)] as const],
        ),
      ),
    filesOf: (key) => factsIn(byParticipant.get(key)),
    conflictsOf(key) {
      const scope = byParticipant.get(key);
      const ofTin = [...(scope?.paths ?? [])].flatMap((path) => {
        const facts = files.get(path);
        const tin = facts ? tinYearKey(facts) : null;
        const findings = tin === null ? undefined : byTin.get(tin)?.byPath.get(path);
        return (findings ?? []).map((finding) => ({ path, finding }));
      });
      return [...(scope?.findings ?? []), ...ofTin];
    },
    recheck(catalogs, options, isTimeUp = () => false) {
      const paths = new Set<string>();
      for (const scope of changed) {
        if (isTimeUp()) break;
        changed.delete(scope);
        for (const path of recheckScope(scope, catalogs, options)) paths.add(path);
      }
      return new Map([...paths].map((path) => [path, findingsOf(path)]));
    },
    get needsRecheck() {
      return changed.size > 0;
    },
    invalidate() {
      for (const scope of [...byParticipant.values(), ...byTin.values()]) changed.add(scope);
    },
  };
}

function scopeOf(scopes: Scopes, of: Scope['of'], key: string): Scope {
  const known = scopes.get(key);
  if (known) return known;
  const scope: Scope = { key, of, paths: new Set(), findings: [], byPath: new Map() };
  scopes.set(key, scope);
  return scope;
}

/** Ids and names read from a file may be slices that keep its whole text in memory; copies do not. */
function copyOf(facts: FileFacts): FileFacts {
  return JSON.parse(JSON.stringify(facts));
}

function findingsByPath(findings: readonly AcrossFilesFinding[]): Map<string, Finding[]> {
  const byPath = new Map<string, Finding[]>();
  for (const { path, finding } of findings) {
    const others = byPath.get(path);
    if (others) others.push(finding);
    else byPath.set(path, [finding]);
  }
  return byPath;
}

function differingPaths(
  before: ReadonlyMap<string, readonly Finding[]>,
  after: ReadonlyMap<string, readonly Finding[]>,
): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths.filter((path) => !areSame(before.get(path) ?? [], after.get(path) ?? []));
}

function areSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, index) => fingerprint(finding) === fingerprint(b[index]));
}

/** Equal for findings that look the same; the message names rule and values. */
function fingerprint(finding: Finding | undefined): string {
  if (!finding) return '';
  const { message, severity, range, related = [] } = finding;
  const places = related.map((place) => `${place.path} ${placeText(place.range)}`);
  return `${severity} ${placeText(range)} ${message} ${places.join(' ')}`;
}

function placeText({ start, end }: Finding['range']): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
