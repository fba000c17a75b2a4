import { childNodes, descendants, type TemplateNode } from '../../../qrda3/decode/nodes.ts';
import { countOf } from '../../../qrda3/decode/populations.ts';
import type { TemplateKind } from '../../../qrda3/templates.ts';
import { nameSpan } from '../../../xml/tree.ts';
import type { Problem, Rule } from '../../rule.ts';

const BREAKDOWNS: readonly (readonly [TemplateKind, string])[] = [
  ['sexSupplemental', 'sex'],
  ['raceSupplemental', 'race'],
  ['ethnicitySupplemental', 'ethnicity'],
  ['payerSupplemental', 'payer'],
];

/** The counts of a breakdown add up to more than the population. */
export const supplementalSum: Rule = {
  id: 'supplemental-sum',
  layer: 'upload',
  severity: 'warning',
  source: 'QRDA III guide, supplemental data elements: each breaks the count of its population down',
  title: 'Supplemental data count more than their population',
  documentation: `Sex, race, ethnicity and payer each break a population's count down, so their counts add up to at most that count (to less where something is not known of a patient). CMS's converter drops supplemental data, so nothing refuses the file, but one of the counts is wrong.`,
  *check({ document }) {
    if (document.format !== 'qrda3') return;
    for (const node of descendants(document.nodes.root)) {
      if (node.kind === 'measureData') yield* checkPopulation(node);
    }
  },
};

function* checkPopulation(population: TemplateNode): Iterable<Problem> {
  const own = childNodes(population, 'aggregateCount')[0];
  const total = own === undefined ? null : countOf(own);
  if (total === null) return;
  for (const [kind, name] of BREAKDOWNS) {
    const parts = childNodes(population, kind).flatMap((node) => countOf(node) ?? []);
    const sum = parts.reduce((added, { value }) => added + value, 0);
    if (sum <= total.value) continue;
    const greatest = parts.find(({ value }) => value > total.value);
    yield {
      span: greatest?.span ?? nameSpan(population.element),
      message: `The counts by ${name} add up to ${sum}, more than the population's ${total.value}.`,
      related: [{ span: total.span, message: "The population's count." }],
    };
  }
}
