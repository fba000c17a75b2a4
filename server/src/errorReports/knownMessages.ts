import type { ReportedError } from './errorReport.ts';

/** An entry of `schemas/rejectionMessages.json`: a message of CMS's that is known, told in our words. */
export interface MessageRecord {
  readonly id: string;
  readonly source: 'converter' | 'submission-api' | 'upload-client' | 'site';
  /** The converter's `errorCode`. */
  readonly code?: number;
  /** Regular expression, without regard to capitals, that fits the message in every wording seen. */
  readonly pattern: string;
  readonly cause: string;
  readonly fix: string;
  /** First and last day on which a published list had it. */
  readonly retired?: { readonly from: string; readonly to: string };
  /** Its number in the converter's list of messages since October 2025, which is not its `errorCode`. */
  readonly listedAs?: number;
  /** The rule is published, its message is not: the pattern is a guess. */
  readonly isWordingGuessed?: boolean;
  /** Rules of ours that find the same fault. */
  readonly rules?: readonly string[];
  readonly evidence: string;
}

/** What a known message means. */
export interface Explanation {
  readonly id: string;
  readonly cause: string;
  readonly fix: string;
  /** A sentence on how sure this is, or what became of the message; `null` when there is nothing to say. */
  readonly caution: string | null;
  readonly rules: readonly string[];
}

/** Finds what is known of a message. */
export type ExplainMessage = (error: ReportedError) => Explanation | null;

interface KnownMessage {
  readonly record: MessageRecord;
  readonly pattern: RegExp;
}

/** Reads the records when the first message is asked about. */
export function createExplainer(read: () => readonly MessageRecord[]): ExplainMessage {
  let known: readonly KnownMessage[] | undefined;
  return (error) => {
    known ??= read().map((record) => ({ record, pattern: new RegExp(record.pattern, 'is') }));
    return explain(error, known);
  };
}

/** Only so much of a message is compared; the known ones are shorter. */
const COMPARED = 2000;

function explain(error: ReportedError, known: readonly KnownMessage[]): Explanation | null {
  const message = error.message.slice(0, COMPARED);
  const fitting = known.filter(({ record, pattern }) => pattern.test(message) && mayBe(record, error));
  if (error.code === null) return sayOf(bestOf(fitting), null);
  const sameCode = fitting.filter(({ record }) => record.code === error.code);
  if (sameCode.length > 0) return sayOf(bestOf(sameCode), null);
  const listed = fitting.filter(({ record }) => record.listedAs === error.code);
  if (listed.length > 0) {
    const code = listed[0]?.record.code;
    return sayOf(
      bestOf(listed),
      `The report numbers it ${error.code}, as CMS's list does since October 2025; the converter's own code is ${code}.`,
    );
  }
  const record = known.find((each) => each.record.code === error.code);
  return sayOf(
    record,
    `Told by the code ${error.code} alone: the wording is none that is known for it, and CMS has changed what codes mean.`,
  );
}

/** A guessed wording is tried on the submission API's messages alone; a converter's message begins with `CT`. */
function mayBe({ source, isWordingGuessed }: MessageRecord, { message, code, type }: ReportedError): boolean {
  if (/^CT\s*-/.test(message)) return source === 'converter';
  if (/^SV\s*-/.test(message)) return source !== 'converter';
  return !isWordingGuessed || (code === null && type !== null);
}

/** Known wordings before guessed ones, messages of today before retired ones, then the longest pattern. */
function bestOf(fitting: readonly KnownMessage[]): KnownMessage | undefined {
  const rank = ({ record }: KnownMessage) => (record.isWordingGuessed ? 2 : 0) + (record.retired ? 1 : 0);
  return [...fitting].sort(
    (a, b) => rank(a) - rank(b) || b.record.pattern.length - a.record.pattern.length,
  )[0];
}

function sayOf(known: KnownMessage | undefined, caution: string | null): Explanation | null {
  if (!known) return null;
  const { id, cause, fix, rules = [] } = known.record;
  return { id, cause, fix, caution: caution ?? cautionOf(known.record), rules };
}

function cautionOf({ retired, isWordingGuessed }: MessageRecord): string | null {
  if (isWordingGuessed) return 'Probably: the rule is published, its message is not.';
  return retired
    ? `CMS no longer gives this message; it was listed from ${retired.from} to ${retired.to}.`
    : null;
}
