import type { Finding, Profile } from '../../rules/finding.ts';
import type { SeveritySetting } from '../../rules/severity.ts';
import type { Excerpt } from './excerpt.ts';
import type { FileReport } from './fileReport.ts';

/** What every file of a run is checked by; plain data, since it goes to other threads. */
export interface CheckRequest {
  readonly profile: Profile;
  readonly performanceYear: number | null;
  readonly raw: boolean;
  readonly severities: Readonly<Record<string, SeveritySetting>>;
  readonly measuresData: string | null;
  /** The report shows the lines of findings. */
  readonly needsExcerpts: boolean;
  /** Findings are compared with those of other runs. */
  readonly needsFingerprints: boolean;
  /** There are several files, which are compared. */
  readonly needsFacts: boolean;
}

/** A finding with what reports need beside it. */
export interface CheckedFinding {
  readonly finding: Finding;
  /** The same in every run, wherever the lines move; empty where nobody asked for it. */
  readonly fingerprint: string;
  readonly excerpt: Excerpt | null;
  /** The baseline has it: it was there before. */
  readonly isAccepted: boolean;
}

/** A file with its findings, as reports tell it. */
export interface CheckedFile extends Omit<FileReport, 'findings'> {
  /** The user named it: reports tell it also where there is nothing to say. */
  readonly isNamed: boolean;
  readonly findings: readonly CheckedFinding[];
}

/** What became of one file. Plain data: it comes from other threads. */
export type FileResult =
  /** @property facts what each check across files keeps of it, in their order */
  | { readonly kind: 'checked'; readonly file: CheckedFile; readonly facts: readonly unknown[] }
  /** It is neither QRDA III nor QPP JSON, and was only found in a folder. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'unreadable'; readonly reason: string };
