import type { ScorePlace, ScoreResult } from '../../../../server/src/lsp/protocol.ts';
import type { Explanation } from '../../../../server/src/scoring/breakdown.ts';
import type { ScoreMessage } from '../messages.ts';
import { BONUS_NAMES, CATEGORY_NAMES, collectionTypeName, participantName, programName } from '../names.ts';

type Cell = string | number | null;

const COLUMNS = [
  'Category',
  'Id',
  'Title',
  'Collection type',
  'Performance rate',
  'Data completeness',
  'Cases',
  'Decile',
  'Points',
  'Maximum points',
  'Counts',
  'Reason',
  'Confidence',
  'Source',
  'File',
  'Line',
] as const;

type Line = Partial<Readonly<Record<(typeof COLUMNS)[number], Cell>>>;

/**
 * The score as one table, a line for each measure, activity, total and assumption: RFC 4180 with a byte order mark, by
 * which Excel reads it as UTF-8. Rates and percents are 0-100, lines count from 1.
 */
export function scoreCsv({ files, result, whatIf }: ScoreMessage): string {
  const lines = result === null ? [] : scoreLines(result, (place) => placeCells(place, files));
  const note: Line[] =
    whatIf.length > 0
      ? [{ Category: 'Note', Title: 'Made with what-if values that are not in the files.' }]
      : [];
  const table = [
    COLUMNS,
    ...[...note, ...lines].map((line) => COLUMNS.map((column) => line[column] ?? null)),
  ];
  return `\uFEFF${table.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/**
 * A text that a spreadsheet would run as a formula is kept from it by an apostrophe: titles and ids come from a file
 * that anybody may have written.
 */
export function csvCell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function scoreLines(
  { breakdown, places }: ScoreResult,
  placed: (place: ScorePlace | null | undefined) => Line,
): Line[] {
  const { participant, performanceYear, programName: program, notes } = breakdown;
  const about: Line = {
    Category: 'Participant',
    Title: participantName(participant),
    Reason: [programName(program), performanceYear].filter((part) => part !== null).join(' '),
  };
  return [
    about,
    ...notes.map((note): Line => ({ Category: 'Note', Title: note })),
    ...qualityLines(breakdown.quality).map((line, row) => ({ ...line, ...placed(places.quality[row]) })),
    ...qualityTotals(breakdown.quality),
    ...breakdown.pi.measures.map((measure, row) => ({
      ...piLine(measure),
      ...placed(places.pi[row]),
    })),
    ...piTotals(breakdown.pi),
    ...breakdown.ia.activities.map((activity, row) => ({
      ...activityLine(activity),
      ...placed(places.ia[row]),
    })),
    ...activityTotals(breakdown.ia),
    ...estimateLines(breakdown),
  ];
}

function qualityLines({ measures }: ScoreResult['breakdown']['quality']): Line[] {
  return measures.map((measure) => ({
    Category: 'Quality',
    Id: measure.measureId,
    Title: measure.title,
    'Collection type': collectionTypeName(measure.collectionType),
    'Performance rate': measure.performanceRate,
    'Data completeness': measure.dataCompleteness,
    Cases: measure.caseCount,
    Decile: measure.decile,
    Points: measure.points ?? 'N/A',
    'Maximum points': measure.maxPoints,
    Counts: measure.counted ? 'yes' : 'no',
    ...why(measure),
  }));
}

function qualityTotals(quality: ScoreResult['breakdown']['quality']): Line[] {
  if (!quality.isSubmitted) return [];
  const Category = 'Quality';
  return [
    { Category, Title: 'Sub-total', Points: quality.subtotal },
    ...Object.entries(quality.bonuses)
      .filter(([, bonus]) => bonus.points !== 0)
      .map(([name, bonus]) => ({
        Category,
        Title: BONUS_NAMES[name] ?? name,
        Points: bonus.points,
        ...why(bonus),
      })),
    {
      Category,
      Title: 'Points that could be had',
      Points: quality.denominator,
      ...why(quality.denominatorReason),
    },
    { Category, Title: 'Category score in percent', Points: quality.percent },
    ...quality.gaps.map((gap) => ({ Category, Title: 'Still missing', ...why(gap) })),
  ];
}

function piLine(measure: ScoreResult['breakdown']['pi']['measures'][number]): Line {
  return {
    Category: 'Promoting Interoperability',
    Id: measure.measureId,
    Title: measure.title,
    Points: measure.points,
    'Maximum points': measure.maxPoints,
    Counts: measure.state,
    ...why(measure),
  };
}

function piTotals(pi: ScoreResult['breakdown']['pi']): Line[] {
  if (pi.status === 'notSubmitted') return [];
  const Category = 'Promoting Interoperability';
  return [
    { Category, Title: 'Sub-total', Points: pi.subtotal },
    {
      Category,
      Title: 'Objectives completed',
      Points: pi.objectivesCompleted,
      'Maximum points': pi.objectivesRequired,
    },
    ...pi.zeroReasons.map((reason) => ({ Category, Title: 'The category scores zero', ...why(reason) })),
    { Category, Title: 'Category score in percent', Points: pi.percent },
  ];
}

function activityLine(activity: ScoreResult['breakdown']['ia']['activities'][number]): Line {
  return {
    Category: 'Improvement Activities',
    Id: activity.measureId,
    Title: activity.title,
    Points: activity.points,
    'Maximum points': activity.maxPoints,
    ...why(activity),
  };
}

function activityTotals(ia: ScoreResult['breakdown']['ia']): Line[] {
  const Category = 'Improvement Activities';
  const credit = ia.automaticCredit;
  return [
    ...(credit.points === 0
      ? []
      : [{ Category, Title: 'Credit without an activity', Points: credit.points, ...why(credit) }]),
    { Category, Title: 'Sub-total', Points: ia.subtotal, 'Maximum points': ia.maxPoints },
    { Category, Title: 'Category score in percent', Points: ia.percent },
  ];
}

function estimateLines({ estimate }: ScoreResult['breakdown']): Line[] {
  const Category = 'Estimate';
  return [
    ...CATEGORY_NAMES.map(([category, name]) => ({
      Category,
      Title: `${name}, weight ${estimate.weights[category]}%`,
      Points: estimate.contributions[category],
    })),
    {
      Category,
      Title: 'Final score, estimated',
      Points: estimate.final ?? 'N/A',
      ...why(estimate.weightsReason),
    },
    ...estimate.assumptions.map((assumption) => ({ Category, Title: 'Assumption', Reason: assumption })),
  ];
}

function why({ reason, confidence, source }: Explanation): Line {
  return { Reason: reason, Confidence: confidence, Source: source };
}

function placeCells(place: ScorePlace | null | undefined, files: ScoreMessage['files']): Line {
  return place ? { File: files[place.file]?.name ?? '', Line: place.range.start.line + 1 } : {};
}
