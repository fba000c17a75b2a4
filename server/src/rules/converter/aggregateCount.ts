import { parseJavaInt } from '../../qrda3/decode/javaNumbers.ts';
import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import { countValues } from '../../qrda3/decode/values.ts';
import type { Span } from '../../text/span.ts';
import { writeInstead } from '../fixing/proposals.ts';
import type { ProposedFix } from '../rule.ts';
import { wholeNumber } from '../schema/valueForms.ts';
import { explainsRepetition, type NodeCheck, type Refusal, spanOfDeepest, spanOfValue } from './refusal.ts';

/**
 * What the converter asks of any aggregate count that no other check has looked at: those of supplemental
 * data, and those of a population or PI part that has several.
 */
export const aggregateCountCheck: NodeCheck = {
  kinds: ['aggregateCount'],
  codes: [
    {
      code: 8,
      id: 'aggregate-count-value',
      title: 'An aggregate count without value, or with several',
      documentation: `An aggregate count holds one value element with a value attribute.`,
    },
    {
      code: 9,
      id: 'aggregate-count-integer',
      title: 'An aggregate count that is no integer',
      documentation: `Counts are whole numbers without decimals, thousands separators or spaces, up to 2147483647.`,
    },
  ],
  *check(count) {
    if (!isCheckedByParent(count)) yield* checkCount(count);
  },
};

/** The value of an aggregate count: there once, and an integer. */
export function* checkCount(count: TemplateNode): Iterable<Refusal> {
  const values = countValues(count.element);
  const value = values[0];
  if (values.length !== 1 || value === undefined) {
    const found = values.length === 0 ? 'no value' : `${values.length} values`;
    const message = `The aggregate count has ${found}; it needs exactly one.`;
    const span = values[1] === undefined ? spanOfDeepest(count, ['value']) : spanOfValue(values[1], count);
    yield { code: 8, node: count, span, message, ...explainsRepetition(values) };
  } else if (parseJavaInt(value.value) === null) {
    const message = `The count "${value.value}" is not an integer.`;
    const span = spanOfValue(value, count);
    yield { code: 9, node: count, span, message, fixes: integerFixes(value.value, span) };
  }
}

/** A count with thousands separators, blanks or zeros behind the point. */
export function integerFixes(raw: string, span: Span): ProposedFix[] {
  const whole = wholeNumber(raw.trim());
  return whole === null ? [] : [writeInstead(span, whole)];
}

/** Populations and PI numerators and denominators check their count themselves, when there is exactly one. */
function isCheckedByParent({ parent }: TemplateNode): boolean {
  const isChecking =
    parent?.kind === 'measureData' || parent?.kind === 'piNumerator' || parent?.kind === 'piDenominator';
  return isChecking && parent.children.filter(({ kind }) => kind === 'aggregateCount').length === 1;
}
