import type { Catalogs } from '../../catalog/catalog.ts';
import { contentSpan } from '../../qppJson/sourcedValue.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { replaceValue } from './edits.ts';
import type { ReportedStrata, StratumName } from './strata.ts';
import { reportedStrata } from './strata.ts';

/** A stratum under a name that the measure does not have. */
export const stratumNameUnknown: Rule = {
  id: 'stratum-name-unknown',
  layer: 'upload',
  severity: 'error',
  needsYear: true,
  source:
    "CMS QPP submissions API documentation (strata names match CMS's measures data); change log 10/05/2022",
  title: 'The measure has no stratum of this name',
  documentation: `Strata are told apart by their names, which must be those of CMS's measures data to the letter, case included. Several names changed over the years: measure 226 had \`screenedForUse\`, \`overall\`, \`tobacco\` until 2022, \`screened\`, \`overall\`, \`combinedPopulations\` in 2023, and has \`reporting\`, \`performance\`, \`combinedPopulations\` since 2024. The message says which names the measure has in the file's year, and which year a name belongs to.`,
  *check(context) {
    for (const strata of reportedStrata(context)) {
      const onlyFree = onlyFreeName(strata);
      for (const name of strata.names) {
        if (!name.isDefined) yield problem(name, name.meant ?? onlyFree, strata, context);
      }
    }
  },
};

/** The one name that is left for the one stratum that nothing else tells the name of. */
function onlyFreeName({ defined, names }: ReportedStrata): string | undefined {
  const taken = new Set(names.map((name) => name.meant));
  const free = defined.filter((name) => !taken.has(name));
  const isOnlyStranger = names.filter((name) => !name.meant).length === 1;
  return isOnlyStranger && free.length === 1 ? free[0] : undefined;
}

function problem(
  { node }: StratumName,
  replacement: string | undefined,
  { measure, defined }: ReportedStrata,
  context: RuleContext,
): Problem {
  const years = yearsWithName(node.value, measure.measureId, context.catalogs);
  const origin = years.length > 0 ? ` It is a name of ${years.join(', ')}.` : '';
  return {
    span: contentSpan(node),
    message: `Measure ${measure.measureId} has no stratum "${node.value}" in ${context.performanceYear}.${origin} Its strata are ${defined.map((name) => `"${name}"`).join(', ')}.`,
    ...(replacement && { fixes: [replaceValue(node, replacement)] }),
  };
}

function yearsWithName(name: string, measureId: string, catalogs: Catalogs): number[] {
  return catalogs.years.filter((year) => {
    const measure = catalogs.year(year)?.measures.get(measureId);
    return measure?.category === 'quality' && measure.strata.some((stratum) => stratum.name === name);
  });
}
