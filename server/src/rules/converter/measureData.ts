import { parseJavaInt } from '../../qrda3/decode/javaNumbers.ts';
import { childNodes, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { countValues, populationCodes } from '../../qrda3/decode/values.ts';
import { checkCount } from './aggregateCount.ts';
import {
  explainsPart,
  type NodeCheck,
  type Refusal,
  spanOf,
  spanOfSurplus,
  spanOfValue,
  withoutRepetition,
} from './refusal.ts';

/** What the converter asks of a population. */
export const measureDataCheck: NodeCheck = {
  kinds: ['measureData'],
  codes: [
    {
      code: 52,
      id: 'population-aggregate-count',
      title: 'A population has not exactly one aggregate count',
      documentation: `A population holds exactly one aggregate count (template 27.3.3) of its own. Those of its supplemental data and reporting strata do not count here.

\`\`\`xml
<entryRelationship typeCode="SUBJ" inversionInd="true">
  <observation classCode="OBS" moodCode="EVN">
    <templateId root="2.16.840.1.113883.10.20.27.3.3"/>
    <code code="MSRAGG" codeSystem="2.16.840.1.113883.5.4"/>
    <value xsi:type="INT" value="800"/>
    <methodCode code="COUNT" codeSystem="2.16.840.1.113883.5.84"/>
  </observation>
</entryRelationship>
\`\`\``,
    },
    {
      code: 53,
      id: 'population-count-negative',
      title: 'A negative population count',
      documentation: `A population counts patients or episodes; it cannot be below zero.`,
    },
  ],
  *check(population, { text }) {
    const counts = childNodes(population, 'aggregateCount');
    const only = counts[0];
    if (counts.length !== 1 || only === undefined) {
      yield { ...wrongNumber(population, counts), fixes: () => withoutRepetition(counts, text) };
      return;
    }
    const refusals = [...checkCount(only)];
    yield* refusals;
    const value = countValues(only.element)[0];
    const count = value === undefined ? null : parseJavaInt(value.value);
    if (refusals.length === 0 && count !== null && count < 0) {
      const message = `The population counts ${count}; a count is zero or greater.`;
      yield { code: 53, node: only, span: spanOfValue(value, only), message };
    }
  },
};

function wrongNumber(population: TemplateNode, counts: readonly TemplateNode[]): Refusal {
  const code = populationCodes(population.element)[0]?.value;
  const message = `The population ${code} has ${counts.length === 0 ? 'no' : counts.length} aggregate count${counts.length === 0 ? '' : 's'} of its own; it needs exactly one.`;
  const span = counts[1] === undefined ? spanOf(population) : spanOfSurplus(counts[1]);
  const { explains = [] } = explainsPart(population);
  const sums = { rules: ['supplemental-sum'], within: population.element };
  return { code: 52, node: population, span, message, explains: [...explains, sums] };
}
