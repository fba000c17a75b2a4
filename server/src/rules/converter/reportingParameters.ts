import { converterDate } from '../../qrda3/decode/dates.ts';
import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import { periodEnds, periodStarts } from '../../qrda3/decode/values.ts';
import type { XmlAttribute } from '../../xml/tree.ts';
import { type NodeCheck, type Refusal, spanOf, spanOfDeepest, spanOfValue } from './refusal.ts';

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
  *check(act) {
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
      yield { code, node: act, span, message };
    }
    if (isFaultless) yield* checkDates(act, [...starts, ...ends]);
  },
};

function* checkDates(act: TemplateNode, dates: readonly XmlAttribute[]): Iterable<Refusal> {
  const wrong = dates.find(({ value }) => converterDate(value) === null);
  if (wrong === undefined) return;
  const message = `"${wrong.value}" is not a date; the performance period has the form yyyyMMdd, such as 20250101.`;
  yield { code: 69, node: act, span: spanOfValue(wrong, act), message };
}

/** The converter takes the first four characters for the year without asking whether there are four. */
function* crashOnShortStart(act: TemplateNode, start: XmlAttribute | undefined): Iterable<Refusal> {
  if (start === undefined || start.value.length >= 4) return;
  yield {
    code: 3,
    node: null,
    span: spanOfValue(start, act),
    message: `CMS's converter crashes on the start of the performance period "${start.value}", which is shorter than a year, and reports nothing but an unexpected error.`,
    detail: String(spanOf(act).start),
  };
}
