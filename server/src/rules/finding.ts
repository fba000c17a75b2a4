import type { Range } from '../text/lineIndex.ts';

/**
 * Who would refuse the file: `syntax` any parser; `schema` the CDA schema; `guide` the
 * implementation guide's Schematron (certification); `upload` CMS's converter or submission API;
 * `score` nobody, but points or data are lost.
 */
export type Layer = 'syntax' | 'schema' | 'guide' | 'upload' | 'score';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Which checker decides what is an error: qpp.cms.gov's upload, or the implementation guide. */
export type Profile = 'upload' | 'guide';

/** Another place that belongs to a finding. */
export interface RelatedLocation {
  /** Path or URI of the file it stands in; absent where that is the finding's own. */
  readonly path?: string;
  readonly range: Range;
  readonly message: string;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A change that removes the finding. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one right way, which "fix all" takes. Absent where somebody has to choose or to look again. */
  readonly isPreferred?: true;
}

/** A claim about what CMS does with a value of the file. */
export interface Finding {
  /** Kebab-case id of the rule. */
  readonly rule: string;
  /** `internal`: nobody refuses the file for it; QPP Lens failed on it. */
  readonly layer: Layer | 'internal';
  readonly severity: Severity;
  /** What is wrong, with the value; then what is right. */
  readonly message: string;
  readonly range: Range;
  /** CONF ids without prefix: `CMS_11`, `4484-17226`. */
  readonly conf: readonly string[];
  /** The error code CMS's converter gives for it. */
  readonly converterCode?: number;
  readonly related?: readonly RelatedLocation[];
  /** Worked out when they are first read. */
  readonly fixes?: readonly Fix[];
  /** Further facts for tools, e.g. the converter's own position or the element's path. */
  readonly data?: Readonly<Record<string, unknown>>;
}
