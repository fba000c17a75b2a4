import type { QppDocument } from '../document/document.ts';
import { placeOf } from '../errorReports/locate.ts';
import type { Place } from '../errorReports/place.ts';
import { type ReportLocation, readPath } from '../errorReports/reportLocation.ts';
import { isStepPath } from '../errorReports/xmlPlace.ts';
import { parseJsonPath } from '../json/path.ts';
import type { AskXpath, XpathAnswer } from '../xpath/query.ts';
import type { GoToPathResult } from './protocol.ts';

/**
 * Where a path leads that somebody typed: any XPath, a JSON path, or `line 12, column 5`. When it leads nowhere, the
 * nearest place and a sentence; when it leads to several, the first and how many there are.
 */
export async function goToPath(
  written: string,
  document: QppDocument,
  ask: AskXpath,
  signal: AbortSignal,
): Promise<GoToPathResult> {
  const location = locationIn(written, document);
  if (location === null) return { range: null, message: `"${written}" is no path of this file.` };
  const answer = await answerTo(location, document, ask, signal);
  if (answer?.kind === 'fault') return { range: null, message: sentence(answer.reason) };
  if (answer?.kind === 'found' && answer.count === 0)
    return { range: null, message: `Nothing in the file is at ${written}.` };
  const answered = answer && location.kind === 'xpath' ? new Map([[location.path, answer]]) : new Map();
  return result(placeOf(location, document, answered), written, document);
}

function result(place: Place | null, written: string, { lines }: QppDocument): GoToPathResult {
  if (place === null) return { range: null, message: `Nothing in the file is at ${written}.` };
  return { range: lines.rangeOf(place.span), message: place.note };
}

function locationIn(written: string, document: QppDocument): ReportLocation | null {
  const location = readPath(written);
  if (document.format !== 'qpp-json' || location?.kind !== 'xpath') return location;
  const parts = parseJsonPath(written);
  return parts && { kind: 'json', parts };
}

async function answerTo(
  location: ReportLocation,
  document: QppDocument,
  ask: AskXpath,
  signal: AbortSignal,
): Promise<XpathAnswer | null> {
  const xml = document.format === 'qpp-json' ? null : document.xml;
  if (location.kind !== 'xpath' || !xml || isStepPath(xml, location.path)) return null;
  const [answer] = await ask(document.text, [{ context: location.path }], signal);
  return answer ?? null;
}

function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
