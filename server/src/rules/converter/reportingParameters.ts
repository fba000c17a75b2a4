import { converterDate } from '../../qrda3/decode/dates.ts';
import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import { elementsAt, periodEnds, periodStarts } from '../../qrda3/decode/values.ts';
import type { GuideTable } from '../../qrda3/guide/table.ts';
import type { Span } from '../../text/span.ts';
import { insertChild, setAttribute } from '../../xml/edit.ts';
import type { XmlAttribute } from '../../xml/tree.ts';
import { writeInstead } from '../fixing/proposals.ts';
import { meantDate, writtenDate } from '../period/dates.ts';
import type { ProposedFix } from '../rule.ts';
import {
  explainsRepetition,
  type NodeCheck,
  type Refusal,
  spanOf,
  spanOfDeepest,
  spanOfValue,
} from './refusal.ts';

/** What the converter asks of a reporting parameters act. */
export const reportingParametersCheck: NodeCheck = {
  kinds: ['reportingParameters'],
  codes: [
    {
      code: 29,
      id: 'period-start-count',
      title: 'No start of the performance period, or several',
      documentation: `The reporting parameters act has one effectiveTime/low with a value: the first day of the performance period.`,
    },
    {
      code: 30,
      id: 'period-end-count',
      title: 'No end of the performance period, or several',
      documentation: `The reporting parameters act has one effectiveTime/high with a value: the last day of the performance period.`,
    },
    {
      code: 69,
      id: 'period-format',
      title: 'A period boundary that is no date',
      documentation: `The boundaries of the performance period are dates of the form yyyyMMdd. The converter also takes dashes and slashes, and ignores what follows the day.`,
    },
  ],
  *check(act, { text, table }) {
    const starts = periodStarts(act.element);
    const ends = periodEnds(act.element);
    yield* crashOnShortStart(act, starts[0]);
    let isFaultless = true;
    for (const [code, name, values] of [
      [29, 'low', starts],
      [30, 'high', ends],
    ] as const) {
      // The converter looks for a missing value only while nothing was wrong, but for repeated ones always.
      if (values.length === 1 || (values.length === 0 && !isFaultless)) continue;
      isFaultless = false;
      const message = `effectiveTime/${name} of the reporting parameters ${values.length === 0 ? 'has no value' : `stands there ${values.length} times`}; it needs exactly one.`;
      const span =
        values[1] === undefined ? spanOfDeepest(act, ['effectiveTime', name]) : spanOfValue(values[1], act);
      const fixes = () => boundaryFixes(act, name, text, table);
      const explains = explainsRepetition(values);
      yield { code, node: act, span, message, ...explains, ...(values.length === 0 && { fixes }) };
    }
    if (isFaultless) yield* checkDates(act, starts, ends, table);
  },
};

function* checkDates(
  act: TemplateNode,
  starts: readonly XmlAttribute[],
  ends: readonly XmlAttribute[],
  table: GuideTable | undefined,
): Iterable<Refusal> {
  const wrong = [...starts, ...ends].find(({ value }) => converterDate(value) === null);
  if (wrong === undefined) return;
  const message = `"${wrong.value}" is not a date; the performance period has the form yyyyMMdd, such as 20250101.`;
  const span = spanOfValue(wrong, act);
  const fixes = () =>
    dateFixes(
      wrong.value,
      span,
      isFullYear(act) ? fullYearDate(starts.includes(wrong) ? 'low' : 'high', table) : null,
    );
  yield { code: 69, node: act, span, message, fixes };
}

/** Quality measures are reported for the whole year; other categories for a period that is somebody's to say. */
function isFullYear({ parent }: TemplateNode): boolean {
  return parent?.kind === 'qualitySection';
}

function fullYearDate(name: 'low' | 'high', table: GuideTable | undefined): string | null {
  return table ? `${table.performanceYear}${name === 'low' ? '0101' : '1231'}` : null;
}

function boundaryFixes(
  act: TemplateNode,
  name: 'low' | 'high',
  text: string,
  table: GuideTable | undefined,
): ProposedFix[] {
  const date = fullYearDate(name, table);
  const [time] = elementsAt(act.element, ['effectiveTime']);
  if (date === null || !time || !isFullYear(act)) return [];
  const [boundary] = elementsAt(time, [name]);
  const edit = boundary
    ? setAttribute(boundary, 'value', date)
    : insertChild(text, time, name === 'low' ? 0 : time.children.length, {
        name,
        attributes: [['value', date]],
      });
  return [{ title: `Set ${name} to ${date}`, edits: [edit] }];
}

/** The date in another form; or, of a quality section, the day the year begins or ends with. */
function dateFixes(raw: string, span: Span, fullYear: string | null): ProposedFix[] {
  const meant = meantDate(raw);
  if (meant) return [writeInstead(span, writtenDate(meant, 'qrda3'))];
  return fullYear?.startsWith(raw) ? [writeInstead(span, fullYear)] : [];
}

/** The converter takes the first four characters for the year without asking whether there are four. */
function* crashOnShortStart(act: TemplateNode, start: XmlAttribute | undefined): Iterable<Refusal> {
  if (start === undefined || start.value.length >= 4) return;
  const span = spanOfValue(start, act);
  yield {
    code: 3,
    node: null,
    span,
    explains: [{ rules: ['period-format', 'period-year'], within: span }],
    message: `CMS's converter crashes on the start of the performance period "${start.value}", which is shorter than a year, and reports nothing but an unexpected error.`,
    detail: String(spanOf(act).start),
  };
}
