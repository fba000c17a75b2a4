import { guideFor } from '../guide/guideFor.ts';
import type { RuleContext } from '../rule.ts';
import { judgeByOwnYear } from './otherYears.ts';
import { type ConverterResult, runConverterChecks } from './run.ts';

/** The rules of one check share one run; it lives as long as the context it was made for. */
const runs = new WeakMap<RuleContext, readonly ConverterResult[]>();

/** What CMS's converter says of the document, judged by the file's own year; nothing of QPP JSON. */
export function converterResults(context: RuleContext): readonly ConverterResult[] {
  const known = runs.get(context);
  if (known !== undefined) return known;
  const results = run(context);
  runs.set(context, results);
  return results;
}

function run({ document, catalog, performanceYear, guides }: RuleContext): readonly ConverterResult[] {
  if (document.format !== 'qrda3') return [];
  const { xml, nodes } = document;
  return runConverterChecks(xml, nodes, catalog, guideFor(performanceYear, guides)?.table).map((result) =>
    judgeByOwnYear(result, nodes, performanceYear),
  );
}
