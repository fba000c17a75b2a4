import type { QppJsonDocument, Qrda3Document } from '../document/document.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Finding } from '../rules/finding.ts';
import type { CheckOptions } from '../rules/run.ts';
import { participantsTogether } from './participantsTogether.ts';

/** What several files together give a finding for, at the place of one of them. */
export interface FindingsInFile {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** What a check keeps of a file until all are read. */
export interface FileFacts<Facts = unknown> {
  readonly path: string;
  readonly facts: Facts;
}

/** A check that needs all files of a run together. */
export interface AcrossFilesCheck<Facts = unknown> {
  /**
   * What to keep of one file: plain data that may cross threads, and small, for there may be ten thousand files;
   * `null` for nothing. It is asked where the file was read.
   */
  factsOf(document: Qrda3Document | QppJsonDocument, knowledge: Knowledge): Facts | null;
  /** Is asked once, with the facts in the order of the files. */
  findings(
    files: readonly FileFacts<Facts>[],
    knowledge: Knowledge,
    options: CheckOptions,
  ): readonly FindingsInFile[];
}

/** The checks across files, in the order in which their findings are told. */
export const acrossFilesChecks: readonly AcrossFilesCheck[] = [participantsTogether];
