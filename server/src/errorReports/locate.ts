import type { QppDocument } from '../document/document.ts';
import type { XmlDocument } from '../xml/tree.ts';
import { LONGEST_EXPRESSION, type XpathAnswer } from '../xpath/query.ts';
import type { ReportedError } from './errorReport.ts';
import { placeInSubmission, placeOfJsonPath, placeOfJsonPosition } from './jsonPlace.ts';
import type { Place } from './place.ts';
import { locationsOf, type ReportLocation } from './reportLocation.ts';
import { isStepPath, placeOfAnswer, placeOfPosition, placeOfSteps } from './xmlPlace.ts';

/** What the XPath library said of the paths that are no mere steps down. */
export type AnsweredPaths = ReadonlyMap<string, XpathAnswer>;

/** So many XPaths of one report are asked of the library: CMS writes none of them. */
const ASKED_PATHS = 100;

/** The XPaths of a report that only the library can follow. */
export function pathsToAsk(errors: readonly ReportedError[], document: QppDocument): string[] {
  const xml = xmlOf(document);
  if (!xml) return [];
  const paths = errors
    .flatMap(locationsOf)
    .flatMap((location) =>
      location.kind === 'xpath' && !isShort(xml, location.path) ? [location.path] : [],
    );
  return [...new Set(paths)].slice(0, ASKED_PATHS);
}

function isShort(xml: XmlDocument, path: string): boolean {
  return path.length > LONGEST_EXPRESSION || isStepPath(xml, path);
}

/** Where an error is in the document as it stands now; `null` when it names no place that this file could have. */
export function placeOfError(
  error: ReportedError,
  document: QppDocument,
  answered: AnsweredPaths,
): Place | null {
  const places = locationsOf(error).flatMap((location) => placeOf(location, document, answered) ?? []);
  // A path whose place is gone may still have a line that is right.
  return places.find(({ precision }) => precision === 'exact') ?? places[0] ?? null;
}

/** The place of one location. */
export function placeOf(
  location: ReportLocation,
  document: QppDocument,
  answered: AnsweredPaths,
): Place | null {
  const xml = xmlOf(document);
  const json = document.format === 'qrda3' ? null : document.json;
  switch (location.kind) {
    case 'xpath': {
      if (!xml || location.path.length > LONGEST_EXPRESSION) return null;
      const answer = answered.get(location.path);
      return answer ? placeOfAnswer(xml, answer) : placeOfSteps(xml, location.path);
    }
    case 'json':
      if (document.format === 'qrda3') return placeInSubmission(document.submission, location.parts);
      return json && placeOfJsonPath(json, location.parts);
    case 'position': {
      const { line, column } = location;
      if (xml) return placeOfPosition(xml, document.lines, line, column);
      const offset = document.lines.offsetAt({ line: line - 1, character: (column ?? 1) - 1 });
      return json && placeOfJsonPosition(json, offset);
    }
  }
}

function xmlOf(document: QppDocument): XmlDocument | null {
  return document.format === 'qpp-json' ? null : document.xml;
}
