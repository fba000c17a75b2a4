import type { LineIndex } from '../../../text/lineIndex.ts';
import type { Problem, Rule, RuleContext } from '../../rule.ts';
import { conversionBreakdown } from './conversionBreakdown.ts';
import { judgeByOwnYear } from './otherYears.ts';
import { converterPosition } from './position.ts';
import type { RefusalCode } from './refusal.ts';
import { type ConverterResult, converterCodes, runConverterChecks } from './run.ts';

/** One rule for each error code of CMS's QRDA III converter. */
export const converterRules: readonly Rule[] = [...converterCodes.map(ruleOf), conversionBreakdown];

function ruleOf({ code, id, title, documentation }: RefusalCode): Rule {
  return {
    id,
    layer: 'upload',
    severity: 'error',
    source: `CMS converter code ${code}`,
    title,
    documentation,
    *check(context) {
      for (const result of resultsOf(context)) {
        if (result.code === code) yield toProblem(result, context.document.lines);
      }
    },
  };
}

/** All rules share one run over a document; it lives as long as the context it was made for. */
const runs = new WeakMap<RuleContext, readonly ConverterResult[]>();

function resultsOf(context: RuleContext): readonly ConverterResult[] {
  const known = runs.get(context);
  if (known !== undefined) return known;
  const { document, catalog, performanceYear } = context;
  const results =
    document.format === 'qrda3'
      ? runConverterChecks(document.xml, document.nodes, catalog).map((result) =>
          judgeByOwnYear(result, document.nodes, performanceYear),
        )
      : [];
  runs.set(context, results);
  return results;
}

/** A result the converter does not get to giving has no converter code, but is a finding all the same. */
function toProblem(result: ConverterResult, lines: LineIndex): Problem {
  const { code, node, span, message, fixes, severity, isEcho, isReported } = result;
  return {
    span,
    message,
    ...(severity && { severity }),
    ...(fixes && { fixes }),
    ...(isEcho && { isEcho }),
    ...(isReported && { converterCode: code }),
    ...(isReported && node && { data: { ...converterPosition(node, lines) } }),
  };
}
