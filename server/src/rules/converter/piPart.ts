import { parseJavaInt } from '../../qrda3/decode/javaNumbers.ts';
import { childNodes, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { countValues } from '../../qrda3/decode/values.ts';
import { integerFixes } from './aggregateCount.ts';
import {
  explainsPart,
  explainsRepetition,
  type NodeCheck,
  type Refusal,
  spanOf,
  spanOfDeepest,
  spanOfSurplus,
  spanOfValue,
  withoutRepetition,
} from './refusal.ts';

/** What the converter asks of the numerator and the denominator of a PI measure. */
export const piPartCheck: NodeCheck = {
  kinds: ['piNumerator', 'piDenominator'],
  codes: [
    {
      code: 39,
      id: 'pi-aggregate-count',
      title: 'A PI numerator or denominator has not exactly one aggregate count',
      documentation: `A PI numerator or denominator holds exactly one aggregate count (template 27.3.3).`,
    },
    {
      code: 42,
      id: 'pi-count-value',
      title: 'A PI count that is missing, repeated or negative',
      documentation: `The aggregate count of a PI numerator or denominator has one value, zero or greater.`,
    },
    {
      code: 41,
      id: 'pi-count-integer',
      title: 'A PI count that is no integer',
      documentation: `The counts of a PI measure are whole numbers without decimals, thousands separators or spaces.`,
    },
  ],
  *check(part, { text }) {
    const name = part.kind === 'piNumerator' ? 'numerator' : 'denominator';
    const counts = childNodes(part, 'aggregateCount');
    const only = counts[0];
    if (counts.length !== 1 || only === undefined) {
      const span = counts[1] === undefined ? spanOf(part) : spanOfSurplus(counts[1]);
      const message = `The ${name} has ${counts.length} aggregate counts; it needs exactly one.`;
      const fixes = () => withoutRepetition(counts, text);
      yield { code: 39, node: part, span, message, fixes, ...explainsPart(part) };
    } else {
      yield* checkValue(only, name);
    }
  },
};

function* checkValue(count: TemplateNode, name: string): Iterable<Refusal> {
  const values = countValues(count.element);
  const value = values[0];
  const span = value === undefined ? spanOfDeepest(count, ['value']) : spanOfValue(values[1] ?? value, count);
  if (values.length !== 1 || value === undefined) {
    const message = `The ${name}'s count has ${values.length} values; it needs exactly one.`;
    yield { code: 42, node: count, span, message, ...explainsRepetition(values) };
    return;
  }
  const number = parseJavaInt(value.value);
  if (number === null) {
    const message = `The ${name} "${value.value}" is not an integer.`;
    yield { code: 41, node: count, span, message, fixes: integerFixes(value.value, span) };
  } else if (number < 0) {
    yield { code: 42, node: count, span, message: `The ${name} ${number} is below zero.` };
  }
}
