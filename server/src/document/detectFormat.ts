import type { SubmissionFormat } from '../submission/submission.ts';

/** Every QRDA III template's OID begins so; no other CDA document type uses this arc. */
const QRDA3_TEMPLATES = '2.16.840.1.113883.10.20.27.';

/** Keys that only a QPP submission, or one of its API bodies, has. */
const QPP_JSON_KEYS = /"(?:measurementSets|submissionMethod|measureId)"\s*:/;

/** The top of a submission that has no sets yet: none of these keys is QPP's alone, together they are. */
const SUBMISSION_KEYS = [/"entityType"\s*:/, /"performanceYear"\s*:/];

/**
 * Tells from the text alone what a file looks like, also when it is damaged. Meant to cost nothing: the extension
 * asks it about every XML and JSON file that is opened, and starts the server only on an answer.
 */
export function detectFormat(text: string): SubmissionFormat | null {
  const first = /[^\s\ufeff]/.exec(text)?.[0];
  if (first === '<') return text.includes(QRDA3_TEMPLATES) ? 'qrda3' : null;
  if (first === '{' || first === '[' || first === '/') return hasQppKeys(text) ? 'qpp-json' : null;
  return null;
}

function hasQppKeys(text: string): boolean {
  return QPP_JSON_KEYS.test(text) || SUBMISSION_KEYS.every((key) => key.test(text));
}

/** Which parser a text that is no submission should be shown to, judged by its first character. */
export function detectSyntax(text: string): 'xml' | 'json' | null {
  const first = /[^\s\ufeff]/.exec(text)?.[0];
  if (first === '<') return 'xml';
  return first === '{' || first === '[' ? 'json' : null;
}

const NEW_XML = /^\ufeff?\s*(?:<\?xml[^<>]*\?>)?\s*(<?[\w .:]*)\s*$/;

/** The longest text that is looked at as a new file. */
const NEW_FILE_LENGTH = 1_000;

/**
 * What has been typed in a file that holds nothing yet but an XML declaration and the beginning of a tag or some
 * words; `null` for any other file.
 */
export function typedInNewXml(text: string): string | null {
  return text.length > NEW_FILE_LENGTH ? null : (NEW_XML.exec(text)?.[1] ?? null);
}
