/**
 * The conformance of one performance year as `schemas/<year>/qrda3.json` holds it: what CMS's QRDA III
 * implementation guide asks of a file, in the form its published Schematron checks it.
 * `docs/guide-data.md` explains the vocabulary.
 */
export interface GuideTable {
  readonly performanceYear: number;
  /** The edition of the guide's checker the constraints were read from. */
  readonly source: string;
  /** Where CMS publishes the guide; absent where its messages name no address. */
  readonly address?: string;
  /** Where a file names its program, and which names there are. */
  readonly program: { readonly at: string; readonly valueSet: string };
  readonly templates: readonly Template[];
  readonly valueSets: readonly ValueSet[];
  /** What the published checker tests. */
  readonly rules: readonly ConstraintGroup[];
  /** What it means to test but lets pass by mistake; `remark` says why. */
  readonly overlooked: readonly TemplateGroup[];
}

/** A template a part of the file declares to follow with a `templateId`. */
export interface Template {
  readonly root: string;
  /** Absent where the template has no version. */
  readonly extension?: string;
  /** Our neutral name. */
  readonly name: string;
  readonly version: string;
  readonly element: string;
  readonly level: 'document' | 'section' | 'entry';
  readonly publisher: 'HL7' | 'CMS';
}

export interface ValueSet {
  readonly oid: string;
  readonly name: string;
  readonly codeSystems: readonly string[];
  readonly codes: readonly string[];
}

/** Constraints on the elements that carry a template, or on elements of certain names wherever they stand. */
export type ConstraintGroup = TemplateGroup | AnywhereGroup;

export interface TemplateGroup {
  /** `root` or `root:extension`; absent: every element of the name. */
  readonly template?: string;
  readonly element: string;
  readonly constraints: readonly Constraint[];
}

export interface AnywhereGroup {
  /** Paths read from their end: `time/low` is every `low` inside a `time`. */
  readonly anywhere: readonly string[];
  readonly constraints: readonly Constraint[];
}

export interface Constraint {
  /** The conformance number; the guide gives the document's templateId checks none. */
  readonly conf?: string;
  /** Further numbers the same test covers. */
  readonly includes?: readonly string[];
  /** The id of the Schematron's assertion; one of ours, `own-…`, for what it overlooks. */
  readonly assert: string;
  /** SHALL when absent. */
  readonly strength?: 'SHOULD';
  /** From the group's element to the elements that are tested; the element itself when absent. */
  readonly at?: string;
  readonly check: Check;
  /** Where the published checker does something else than its text says. */
  readonly quirk?: string;
  /** What a finding has to say besides, about the published checker. */
  readonly remark?: string;
}

/** Elements to count: those at the path that also pass every check of `having`. */
export interface Counted {
  readonly what: string;
  readonly having?: readonly Check[];
}

/** What must be true of a tested element. `what` is a path from it, see `selector.ts`. */
export type Check =
  | OccursCheck
  | FixedCheck
  | LengthCheck
  | ForProgramsCheck
  | { readonly kind: 'present' | 'absent' | 'valueOrNullFlavor'; readonly what: string }
  | { readonly kind: 'inValueSet'; readonly what: string; readonly valueSet: string }
  | { readonly kind: 'range'; readonly what: string; readonly min?: number; readonly max?: number }
  | { readonly kind: 'decimals'; readonly what: string; readonly max: number; readonly trimmed?: boolean }
  | { readonly kind: 'format'; readonly what: string; readonly format: Format; readonly trimmed?: boolean }
  | { readonly kind: 'notTogether'; readonly what: readonly string[] }
  | { readonly kind: 'inside'; readonly element: string }
  | { readonly kind: 'sum'; readonly parts: readonly Counted[]; readonly total: Counted }
  | { readonly kind: 'when'; readonly if: Check; readonly then: Check }
  | { readonly kind: 'not'; readonly check: Check }
  | { readonly kind: 'all' | 'any' | 'together'; readonly checks: readonly Check[] };

export interface OccursCheck extends Counted {
  readonly kind: 'occurs';
  readonly min?: number;
  readonly max?: number;
}

export interface FixedCheck {
  readonly kind: 'fixed';
  readonly what: string;
  readonly value: string;
  readonly ignoreCase?: boolean;
}

export interface LengthCheck {
  readonly kind: 'length';
  readonly what: string;
  readonly min?: number;
  readonly max?: number;
  /** White space at the ends and doubled white space do not count. */
  readonly trimmed?: boolean;
}

/** `then` must hold when the file is for one of these programs. */
export interface ForProgramsCheck {
  readonly kind: 'forPrograms';
  readonly programs: readonly string[];
  /** The published test also accepts a part of a name, and a missing one. */
  readonly match?: 'substring';
  /** Where the name is read from; the document's header when absent. */
  readonly from?: string;
  readonly then: Check;
}

export type Format = 'number' | 'time-zone-offset' | 'npi-check-digit';
