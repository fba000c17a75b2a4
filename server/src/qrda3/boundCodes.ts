import type { GuideTable } from './guide/table.ts';
import { CODE_SYSTEM } from './oids.ts';
import { MEASURE_PERFORMED } from './skeleton/measure.ts';
import { CMS_POPULATION, POPULATION } from './skeleton/population.ts';
import { CMS_PAYER, CMS_SEX, ETHNICITY, PAYER, RACE, SEX } from './skeleton/supplementalData.ts';

/** The codes that an observation's value may have by its template, where the guide's text names them. */
export interface BoundCodes {
  readonly codeSystem: string;
  readonly codes: readonly string[];
  /** The name of their value set. */
  readonly name: string;
}

interface Binding extends BoundCodes {
  readonly templates: readonly string[];
  /** The element that holds the code. */
  readonly at: 'value' | 'translation';
}

/**
 * The published checkers do not test these bindings, so the year's table does not have them. The codes are the same
 * in all guides from 2019 to 2026; from 2026 on sex is given as a translation.
 */
const BINDINGS: readonly Binding[] = [
  {
    templates: [SEX],
    at: 'value',
    name: 'ONC Administrative Sex',
    codeSystem: CODE_SYSTEM.administrativeGender,
    codes: ['F', 'M'],
  },
  {
    templates: [CMS_SEX],
    at: 'translation',
    name: 'sex',
    codeSystem: CODE_SYSTEM.snomed,
    codes: ['248152002', '248153007'],
  },
  {
    templates: [ETHNICITY],
    at: 'value',
    name: 'Ethnicity',
    codeSystem: CODE_SYSTEM.raceAndEthnicity,
    codes: ['2135-2', '2186-5'],
  },
  {
    templates: [RACE],
    at: 'value',
    name: 'Race',
    codeSystem: CODE_SYSTEM.raceAndEthnicity,
    codes: ['1002-5', '2028-9', '2054-5', '2076-8', '2106-3', '2131-1'],
  },
  {
    templates: [PAYER, CMS_PAYER],
    at: 'translation',
    name: 'CMS payer groupings',
    codeSystem: CODE_SYSTEM.payerGrouping,
    codes: ['A', 'B', 'C', 'D'],
  },
  {
    templates: [POPULATION, CMS_POPULATION],
    at: 'value',
    name: 'population',
    codeSystem: CODE_SYSTEM.actCode,
    codes: ['IPOP', 'DENOM', 'DENEX', 'DENEXCEP', 'NUMER', 'NUMEX'],
  },
  {
    templates: [MEASURE_PERFORMED],
    at: 'value',
    name: 'yes or no',
    codeSystem: CODE_SYSTEM.yesNo,
    codes: ['Y', 'N'],
  },
];

/** The codes for an element named `at` in an observation with these templates; `null` where none are bound. */
export function boundCodes(roots: readonly string[], at: string, table: GuideTable): BoundCodes | null {
  const hasCmsSex = table.templates.some(({ root }) => root === CMS_SEX);
  const isOfYear = ({ templates }: Binding) => !(hasCmsSex && templates.includes(SEX));
  return (
    BINDINGS.find(
      (binding) =>
        binding.at === at && isOfYear(binding) && binding.templates.some((root) => roots.includes(root)),
    ) ?? null
  );
}
