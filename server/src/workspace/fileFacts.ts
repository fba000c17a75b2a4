import type { QppDocument } from '../document/document.ts';
import type { Knowledge } from '../knowledge.ts';
import type { FileFacts, MeasurementFacts, SetFacts } from '../rules/acrossFiles/facts.ts';
import { DEFAULT_OPTIONS } from '../scoring/options.ts';
import { scoreParticipants } from '../scoring/score.ts';
import { participantOf } from '../submission/participant.ts';
import type { Measurement, MeasurementSet, Submission } from '../submission/submission.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { isPositive, reportedText } from './reportedText.ts';

/** What is kept of a file when its text and tree are dropped; `null` for a file that is no submission. */
export function factsOf(path: string, document: QppDocument, knowledge: Knowledge): FileFacts | null {
  if (document.format === null) return null;
  const { submission, lines, format, performanceYear } = document;
  const points = pointsByPlace(submission, knowledge);
  return {
    path,
    format,
    performanceYear,
    participant: participantOf(submission),
    participantRange: lines.rangeOf(participantSpan(submission)),
    sets: submission.measurementSets.map((set) => setFacts(set, lines, points)),
  };
}

function participantSpan(submission: Submission): Span {
  const { taxpayerIdentificationNumber: tin, entityId, entityType, span } = submission;
  return (tin ?? entityId ?? entityType)?.span ?? span;
}

/** The points of each quality measurement by itself, by where it begins. */
function pointsByPlace(
  submission: Submission,
  { catalogs, policies }: Knowledge,
): ReadonlyMap<number, number | null> {
  const hasQuality = submission.measurementSets.some(({ category }) => category?.value === 'quality');
  if (!hasQuality) return new Map();
  const breakdowns = scoreParticipants([submission], DEFAULT_OPTIONS, catalogs, policies);
  return new Map(
    breakdowns.flatMap(({ quality }) =>
      quality.measures.map(({ origin, points }) => [origin.span.start, points] as const),
    ),
  );
}

function setFacts(
  set: MeasurementSet,
  lines: LineIndex,
  points: ReadonlyMap<number, number | null>,
): SetFacts {
  return {
    category: set.category?.value ?? '',
    submissionMethod: set.submissionMethod?.value ?? '',
    // CMS's default where the key is absent.
    programName: set.programName?.value ?? 'mips',
    range: lines.rangeOf(set.span),
    measurements: set.measurements.flatMap(
      (measurement) => measurementFacts(measurement, lines, points) ?? [],
    ),
  };
}

function measurementFacts(
  measurement: Measurement,
  lines: LineIndex,
  points: ReadonlyMap<number, number | null>,
): MeasurementFacts | null {
  const { measureId, guid, span } = measurement;
  const reported = reportedText(measurement);
  if (measureId === null || reported === null) return null;
  return {
    measureId: measureId.value,
    range: lines.rangeOf((guid ?? measureId).span),
    reported,
    isPositive: isPositive(measurement),
    points: points.get(span.start) ?? null,
  };
}
