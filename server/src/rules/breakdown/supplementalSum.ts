import { childNodes, descendants, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { countOf } from '../../qrda3/decode/populations.ts';
import type { TemplateKind } from '../../qrda3/templates.ts';
import type { Problem, Rule } from '../rule.ts';

/** `isPartition`: every patient is in one part at most, so the parts can be added up. */
const BREAKDOWNS: readonly (readonly [kind: TemplateKind, name: string, isPartition: boolean])[] = [
  ['sexSupplemental', 'sex', true],
  ['raceSupplemental', 'race', false],
  ['ethnicitySupplemental', 'ethnicity', true],
  ['payerSupplemental', 'payer', true],
];

/** The counts of a breakdown do not add up to the population. */
export const supplementalSum: Rule = {
  id: 'supplemental-sum',
  layer: 'upload',
  severity: 'information',
  source: 'QRDA III guide, supplemental data elements: each breaks the count of its population down',
  title: 'Supplemental data do not add up to their population',
  documentation: `Sex, race, ethnicity and payer each break a population's count down, so their counts add up to at most that count (to less where something is not known of a patient; that is only a hint). A patient can have several races, so each race is compared by itself. CMS's converter drops supplemental data, so nothing refuses the file, but one of the counts is wrong.`,
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
  const related = [{ span: total.span, message: "The population's count." }];
  for (const [kind, name, isPartition] of BREAKDOWNS) {
    const nodes = childNodes(population, kind);
    const parts = nodes.flatMap((node) => countOf(node) ?? []);
    const tooGreat = parts.find(({ value }) => value > total.value);
    const sum = parts.reduce((added, { value }) => added + value, 0);
    if (tooGreat !== undefined) {
      const message = `A count by ${name} is ${tooGreat.value}, more than the population's ${total.value}.`;
      yield { span: tooGreat.span, message, related };
    } else if (isPartition && sum > total.value) {
      const message = `The counts by ${name} add up to ${sum}, more than the population's ${total.value}.`;
      yield { span: total.span, message };
    } else if (sum < total.value && nodes.length > 0 && parts.length === nodes.length) {
      const message = `The counts by ${name} add up to ${sum} of ${total.value}; ${total.value - sum} are not broken down.`;
      yield { span: total.span, severity: 'hint', message };
    }
  }
}
