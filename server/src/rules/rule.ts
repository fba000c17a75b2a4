import type { Catalogs, YearCatalog } from '../catalog/catalog.ts';
import type { QppDocument } from '../document/document.ts';
import type { GuideTables } from '../qrda3/guide/tables.ts';
import type { CdaSchema } from '../qrda3/schema/schema.ts';
import type { ScoringPolicy } from '../scoring/policy.ts';
import type { Submission } from '../submission/submission.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Layer, Severity } from './finding.ts';

/** What a rule reports: a finding before its range is counted in lines and its severity is decided. */
export interface Problem {
  readonly span: Span;
  readonly message: string;
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly conf?: readonly string[];
  readonly converterCode?: number;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** A function where working them out costs something: they are asked for one finding at a time. */
  readonly fixes?: readonly ProposedFix[] | (() => readonly ProposedFix[]);
  readonly data?: Readonly<Record<string, unknown>>;
  /** The finding only repeats another one's cause: shown in raw mode alone. */
  readonly isEcho?: boolean;
  /** The official checker is silent here, rightly or by mistake: left out in raw mode, which repeats what it says. */
  readonly isUnpublished?: boolean;
  /** What follows from this problem and need not be told (see `oneFault.ts`). */
  readonly explains?: readonly Explained[];
}

/** What these rules say within this stretch of the file. */
export interface Explained {
  readonly rules: readonly string[];
  readonly within: Span;
}

/** Removes its finding and brings no other; the edits do not overlap. */
export interface ProposedFix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** One of several ways, or one that somebody should look at again: "fix all" leaves it alone. */
  readonly isChoice?: true;
  /** It may bring other findings to light: not offered without a trial. */
  readonly mayUncover?: true;
}

/** What a rule may look at. */
export interface RuleContext {
  readonly document: QppDocument;
  readonly submission: Submission;
  /** The version of the file that was checked before it: what was clean there need not be checked again. */
  readonly before: QppDocument | null;
  /** All places the findings of that check named; `null` where it ran by other rules. */
  readonly foundBefore: readonly Span[] | null;
  /** The year whose rules apply. */
  readonly performanceYear: number;
  /** Nothing in the file tells the year, and nobody asked for one: it is a guess. */
  readonly isYearAssumed: boolean;
  readonly catalog: YearCatalog;
  readonly catalogs: Catalogs;
  /** The implementation guides, for rules about QRDA III; each year's is compiled when it is first asked for. */
  readonly guides: GuideTables;
  /** The CDA schema, which every QRDA III file of every year follows. */
  readonly cdaSchema: CdaSchema;
  /** The year's scoring policy, for rules about lost points; `undefined` for a year that is not scored. */
  readonly policy: ScoringPolicy | undefined;
}

/** One rule: its metadata, its documentation and its check stand in one file. */
export interface Rule<Context = RuleContext> {
  /** Kebab-case. */
  readonly id: string;
  readonly layer: Layer;
  /** Severity where the rule's layer decides (see `severityFor`). */
  readonly severity: Severity;
  /** First and last performance year it applies to; all when absent. */
  readonly years?: { readonly from?: number; readonly to?: number };
  /** It says nothing where the file tells no year: what it would say holds for some years only. */
  readonly needsYear?: true;
  /** Where the rule comes from: CONF number, converter code, guide, regulation. */
  readonly source: string;
  /** One line for lists. */
  readonly title: string;
  /** Markdown for the rule's page: when it fires, why it matters, what to do, an example. */
  readonly documentation: string;
  /**
   * Its problems are the errors of CMS's converter, one for one. Raw mode compares these; the converter's code on a
   * finding of another rule says there too what the file is refused for, and would count twice.
   */
  readonly isConverterCheck?: boolean;
  check(context: Context): Iterable<Problem>;
}

/** What a rule says of itself; the same for rules that need a submission and for rules that need only a text. */
export type RuleFacts = Omit<Rule, 'check'>;
