import { parseJson } from '../json/parse.ts';
import { type JsonObject, type JsonValue, member } from '../json/tree.ts';
import {
  countingNumber,
  type ErrorReport,
  LISTED_ERRORS,
  PLAIN_ERROR,
  type ReportedError,
  saidText,
} from './errorReport.ts';

/** What the objects around a detail tell of it. */
interface Surroundings {
  readonly file: string | null;
  readonly type: string | null;
  readonly isWarning: boolean;
}

interface Collected {
  readonly errors: ReportedError[];
  readonly unread: string[];
}

/**
 * Reads the converter's answer (`errors[].details[]`) and the submission API's (`error.details[]`), also inside of
 * other objects, as logs keep them, and also when the text is cut off.
 */
export function readJsonReport(text: string): ErrorReport {
  const { root, problems } = parseJson(text);
  const collected: Collected = { errors: [], unread: [] };
  if (problems.length > 0) {
    collected.unread.push('The report is damaged JSON, cut off perhaps: errors may be missing.');
  }
  if (root) collect(root, { file: null, type: null, isWarning: false }, collected);
  if (collected.errors.length > LISTED_ERRORS) {
    collected.unread.push(
      `The report lists ${collected.errors.length} errors; the first ${LISTED_ERRORS} are shown.`,
    );
  }
  const isConverters =
    collected.errors.some(({ code }) => code !== null) || member(root, 'errors') !== undefined;
  return {
    form: isConverters ? 'converter-json' : 'api-json',
    errors: collected.errors.slice(0, LISTED_ERRORS),
    unread: collected.unread,
  };
}

function collect(value: JsonValue, around: Surroundings, into: Collected): void {
  if (value.type === 'array') {
    for (const item of value.items) collect(item, around, into);
  } else if (value.type === 'object') collectFromObject(value, around, into);
}

function collectFromObject(object: JsonObject, around: Surroundings, into: Collected): void {
  const inner: Surroundings = {
    ...around,
    file: textAt(object, 'sourceIdentifier') ?? around.file,
    type: textAt(object, 'type') ?? around.type,
  };
  const details = member(object, 'details');
  if (details?.type === 'array' && (isEnvelope(object) || details.items.length > 0)) {
    collectDetails(object, details.items, inner, into);
    return;
  }
  const message = textAt(object, 'message');
  if (message !== null) {
    into.errors.push(readDetail(object, message, inner));
    return;
  }
  for (const { key, value } of object.properties) {
    if (value) collect(value, { ...inner, isWarning: inner.isWarning || key === 'warnings' }, into);
  }
}

/** An error without details of its own: the API's `{"error": {"type", "message"}}`. */
function isEnvelope(object: JsonObject): boolean {
  return textAt(object, 'message') !== null;
}

/** The envelope's own sentence stands only where no detail says more. */
function collectDetails(
  envelope: JsonObject,
  details: readonly JsonValue[],
  around: Surroundings,
  into: Collected,
): void {
  const before = into.errors.length;
  let passed = 0;
  for (const detail of details) {
    const message = detail.type === 'object' ? textAt(detail, 'message') : null;
    const isError = detail.type === 'object' && (message !== null || isCoded(detail));
    if (isError) into.errors.push(readDetail(detail, message ?? '', around));
    else passed++;
  }
  const envelopeMessage = textAt(envelope, 'message');
  if (into.errors.length === before && envelopeMessage !== null) {
    into.errors.push(readDetail(envelope, envelopeMessage, around));
  } else if (passed > 0) {
    into.unread.push(
      `${passed} of ${details.length} entries of a list of details have neither message nor code.`,
    );
  }
}

function isCoded(detail: JsonObject): boolean {
  return numberAt(detail, 'errorCode') !== null;
}

function readDetail(
  detail: JsonObject,
  message: string,
  { file, type, isWarning }: Surroundings,
): ReportedError {
  const location = member(detail, 'location');
  const placed = location?.type === 'object' ? location : detail;
  return {
    ...PLAIN_ERROR,
    message,
    code: numberAt(detail, 'errorCode') ?? numberAt(detail, 'code'),
    type: textAt(detail, 'type') ?? type,
    path: textAt(placed, 'path') ?? textAt(detail, 'path') ?? textAt(detail, 'location'),
    line: numberAt(placed, 'line') ?? numberAt(detail, 'line'),
    column: numberAt(placed, 'column') ?? numberAt(detail, 'column'),
    file,
    isWarning,
  };
}

function textAt(object: JsonObject, key: string): string | null {
  const value = member(object, key);
  return value?.type === 'string' ? saidText(value.value) : null;
}

function numberAt(object: JsonObject, key: string): number | null {
  const value = member(object, key);
  return value?.type === 'number' || value?.type === 'string' ? countingNumber(value.value) : null;
}
