import { childNodes, descendants, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { countOf } from '../../qrda3/decode/populations.ts';
import type { TemplateKind } from '../../qrda3/templates.ts';
import type { Sourced } from '../../text/span.ts';
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

/** A breakdown that does not fit its population. */
interface Misfit {
  readonly problem: Problem;
  readonly name: string;
  readonly sum: number;
  readonly isAbove: boolean;
}

function* checkPopulation(population: TemplateNode): Iterable<Problem> {
  const own = childNodes(population, 'aggregateCount')[0];
  const total = own === undefined ? null : countOf(own);
  // Below zero the population's own count is the fault.
  if (total === null || total.value < 0) return;
  const misfits: Misfit[] = [];
  for (const breakdown of BREAKDOWNS) {
    const misfit = misfitOf(population, total, breakdown);
    if (misfit) misfits.push(misfit);
  }
  if (misfits.length === 0) return;
  for (const isAbove of [true, false]) {
    const alike = misfits.filter((misfit) => misfit.isAbove === isAbove);
    // Where several breakdowns contradict the population in the same way, its own count is the likelier fault.
    if (alike.length > 1) yield together(alike, total, isAbove);
    else yield* alike.map(({ problem }) => problem);
  }
}

function misfitOf(
  population: TemplateNode,
  total: Sourced<number>,
  [kind, name, isPartition]: (typeof BREAKDOWNS)[number],
): Misfit | null {
  const nodes = childNodes(population, kind);
  if (nodes.length === 0) return null;
  const parts = nodes.flatMap((node) => countOf(node) ?? []);
  const tooGreat = parts.find(({ value }) => value > total.value);
  const sum = parts.reduce((added, { value }) => added + value, 0);
  if (tooGreat !== undefined) {
    const message = `A count by ${name} is ${tooGreat.value}, more than the population's ${total.value}.`;
    const related = [{ span: total.span, message: "The population's count." }];
    return { name, sum, isAbove: true, problem: { span: tooGreat.span, message, related } };
  }
  if (isPartition && sum > total.value) {
    const message = `The counts by ${name} add up to ${sum}, more than the population's ${total.value}.`;
    return { name, sum, isAbove: true, problem: { span: total.span, message } };
  }
  if (sum >= total.value || parts.length < nodes.length) return null;
  const message = `The counts by ${name} add up to ${sum} of ${total.value}; ${total.value - sum} are not broken down.`;
  return { name, sum, isAbove: false, problem: { span: total.span, severity: 'hint', message } };
}

function together(misfits: readonly Misfit[], total: Sourced<number>, isAbove: boolean): Problem {
  const sums = misfits.map(({ name, sum }) => `${sum} by ${name}`).join(', ');
  return isAbove
    ? {
        span: total.span,
        message: `The population counts ${total.value}, fewer than its breakdowns: ${sums}.`,
      }
    : {
        span: total.span,
        severity: 'hint',
        message: `Of the ${total.value} of the population not all are broken down: ${sums}.`,
      };
}
