import type { YearCatalog } from '../../catalog/catalog.ts';
import type { Participant } from '../../submission/participant.ts';
import type { Range } from '../../text/lineIndex.ts';
import type { RelatedLocation, Severity } from '../finding.ts';
import type { RuleFacts } from '../rule.ts';
import type { FileFacts } from './facts.ts';

/** What files say together that none of them says alone. */
export interface AcrossFilesProblem {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related: readonly RelatedLocation[];
}

/** All files of one participant for one performance year; years are never put together. */
export interface ParticipantFiles {
  readonly performanceYear: number;
  readonly participant: Participant;
  readonly files: readonly FileFacts[];
  readonly catalog: YearCatalog;
}

/** The files of a performance year that name one TIN: its group's and its clinicians'. */
export interface TinFiles {
  readonly tin: string;
  readonly performanceYear: number;
  readonly files: readonly FileFacts[];
}

/** A rule about several files, with the same facts about itself as a rule about one. */
export interface AcrossFilesRule<Files> extends RuleFacts {
  check(files: Files): Iterable<AcrossFilesProblem>;
}
