/**
 * QPP Lens for programs: checks, scores and converts the content of QRDA Category III XML and QPP JSON files. Nothing is
 * read but the content that is given and QPP Lens's own data; nothing is sent anywhere.
 */
import { join } from 'node:path';
import { type FileReport, fileReport } from './cli/check/fileReport.ts';
import { syntaxHint } from './cli/check/syntaxHint.ts';
import { type Conversion, conversionOf, NO_QRDA3 } from './cli/conversion.ts';
import type { QppDocument } from './document/document.ts';
import { openDocument } from './document/openDocument.ts';
import type { Knowledge } from './knowledge.ts';
import { readKnowledge } from './knowledgeFolder.ts';
import type { Profile } from './rules/finding.ts';
import { checkDocument } from './rules/run.ts';
import type { SeveritySetting } from './rules/severity.ts';
import type { ScoreBreakdown } from './scoring/breakdown.ts';
import { DEFAULT_OPTIONS } from './scoring/options.ts';
import { scoreParticipants } from './scoring/score.ts';
import { parseWhatIf, type WhatIf } from './scoring/whatIf.ts';
import { decodeBytes } from './text/decodeBytes.ts';

export type { FileReport } from './cli/check/fileReport.ts';
export type { Conversion, Refusal } from './cli/conversion.ts';
export type {
  Finding,
  Fix,
  Layer,
  Profile,
  RelatedLocation,
  Severity,
  TextEdit,
} from './rules/finding.ts';
export type { SeveritySetting } from './rules/severity.ts';
export type { ScoreBreakdown } from './scoring/breakdown.ts';
export type { Participant } from './submission/participant.ts';
export type { SubmissionFormat } from './submission/submission.ts';
export type { Position, Range } from './text/lineIndex.ts';

/** A file's content: text, or bytes, which are decoded as an XML or JSON parser would. */
export type Content = string | Uint8Array;

/** What every function takes. */
export interface CommonOptions {
  /** Judge by this performance year's rules, 2019 to 2026, whatever the file says. */
  readonly performanceYear?: number;
  /** Folder of a checkout of CMS's `qpp-measures-data` that is newer than the data of QPP Lens. */
  readonly measuresData?: string;
}

/** How {@link check} judges. */
export interface CheckOptions extends CommonOptions {
  /** The file's name, for the report; its ending tells the format of a text that does not. `''` by default. */
  readonly path?: string;
  /** Whose word makes an error: `upload` CMS's upload (default), `guide` the implementation guide too. */
  readonly profile?: Profile;
  /** Every single rule result, nothing hidden as an echo of another. */
  readonly raw?: boolean;
  /** Severities of rules by their ids; `off` silences one. */
  readonly rules?: Readonly<Record<string, SeveritySetting>>;
}

/** What {@link score} takes for granted, as it is not in the files; all `false` by default. */
export interface ScoreOptions extends CommonOptions {
  /** 15 clinicians or fewer. */
  readonly smallPractice?: boolean;
  /** Such as rural or non-patient facing. */
  readonly specialStatus?: boolean;
  /** A participant in an Alternative Payment Model. */
  readonly apmParticipant?: boolean;
  /** Values scored instead of what the files say: `236=75/100`, `PI_HIE_5=yes`, `130=none` to leave one out. */
  readonly whatIf?: readonly string[];
}

/**
 * What CMS would refuse about a file, and what costs points.
 * @returns format, performance year and participant of the file, and its findings in the order of their places; ranges
 * are zero-based lines and UTF-16 characters, as in LSP. A file that is neither format has `format: null`.
 * @throws Error when `measuresData` is no checkout of CMS's data
 */
export function check(content: Content, options: CheckOptions = {}): FileReport {
  const { path = '', profile = 'upload', raw = false, rules = {}, performanceYear = null } = options;
  const knowledge = knowledgeWith(options.measuresData);
  const document = open(content, options, knowledge, path);
  const findings = checkDocument(document, knowledge, { profile, raw, severities: rules, performanceYear });
  return fileReport(path, document, findings);
}

/**
 * The points of files, measure by measure, each with its reason, and an estimate of the final score with its
 * assumptions. Percentages are 0 to 100.
 * @param contents one or several files; those of one participant, year and program are scored together
 * @returns one breakdown for each participant, year and program
 * @throws Error when a content is neither QRDA III nor QPP JSON, a what-if is in none of its forms, or `measuresData` is no
 * checkout of CMS's data
 */
export function score(
  contents: Content | readonly Content[],
  options: ScoreOptions = {},
): readonly ScoreBreakdown[] {
  const { smallPractice = false, specialStatus = false, apmParticipant = false } = options;
  const knowledge = knowledgeWith(options.measuresData);
  const all = typeof contents === 'string' || contents instanceof Uint8Array ? [contents] : contents;
  const submissions = all.map((content) => {
    const document = open(content, options, knowledge);
    if (document.format === null) throw new Error('The content is neither QRDA III nor QPP JSON.');
    return document.submission;
  });
  const stated = {
    ...DEFAULT_OPTIONS,
    smallPractice,
    specialStatus,
    apmParticipant,
    whatIf: (options.whatIf ?? []).map(whatIfOf),
    performanceYear: options.performanceYear ?? null,
  };
  return scoreParticipants(submissions, stated, knowledge.catalogs, knowledge.policies);
}

/**
 * The QPP JSON that CMS's converter makes of a QRDA III file, by the rules and data of the file's year.
 * @returns the JSON as text, or the converter's errors with its codes
 * @throws Error when the content is QPP JSON already, or `measuresData` is no checkout of CMS's data
 */
export function convert(content: Content, options: CommonOptions = {}): Conversion {
  const knowledge = knowledgeWith(options.measuresData);
  const document = open(content, options, knowledge);
  if (document.format === 'qpp-json')
    throw new Error('The content is QPP JSON already; convert takes QRDA III.');
  if (document.format === null) return { text: null, refusals: [NO_QRDA3], omission: null };
  return conversionOf(document, options.performanceYear ?? null, knowledge);
}

function open(content: Content, options: CommonOptions, { catalogs }: Knowledge, path = ''): QppDocument {
  const performanceYear = options.performanceYear ?? null;
  const { text, fault } = typeof content === 'string' ? { text: content, fault: null } : decodeBytes(content);
  return openDocument(text, catalogs, { performanceYear, encodingFault: fault, ...syntaxHint(path) });
}

function whatIfOf(text: string): WhatIf {
  const whatIf = parseWhatIf(text);
  if (!whatIf)
    throw new Error(`A what-if is written PI_EP_1=90/100, IA_PM_2=yes or 236=none, not "${text}".`);
  return whatIf;
}

/** Data is read when a year is first asked for, and once for all calls: the only thing that lives between them. */
const known = new Map<string | undefined, Knowledge>();

function knowledgeWith(measuresData: string | undefined): Knowledge {
  const knowledge =
    known.get(measuresData) ?? readKnowledge(join(__dirname, 'schemas'), measuresData ?? null);
  known.set(measuresData, knowledge);
  return knowledge;
}
