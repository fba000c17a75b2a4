import type { JsonString } from '../../json/tree.ts';
import { contentSpan } from '../../qppJson/sourcedValue.ts';
import type { Problem, Rule } from '../rule.ts';
import type { ReportedStrata } from './strata.ts';
import { reportedStrata } from './strata.ts';

/** The same stratum twice in one measurement. */
export const stratumRepeated: Rule = {
  id: 'stratum-repeated',
  layer: 'upload',
  severity: 'error',
  source: 'CMS QPP submissions API documentation, Multi-Performance Rate (one entry for each stratum)',
  title: 'A stratum is reported twice',
  documentation:
    'Each stratum of a measure stands once in `strata`. Delete the one that is wrong, or give it the name it should have.',
  *check(context) {
    for (const strata of reportedStrata(context)) yield* repeated(strata);
  },
};

function* repeated({ names, measure }: ReportedStrata): Iterable<Problem> {
  const firstByName = new Map<string, JsonString>();
  for (const { node, isDefined } of names) {
    const first = firstByName.get(node.value);
    if (!first) firstByName.set(node.value, node);
    if (!isDefined || !first) continue;
    yield {
      span: contentSpan(node),
      message: `The stratum "${node.value}" of measure ${measure.measureId} stands twice.`,
      related: [{ span: contentSpan(first), message: 'It stands here first.' }],
    };
  }
}
