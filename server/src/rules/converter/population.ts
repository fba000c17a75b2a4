import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import { populationCodes, populationGuids } from '../../qrda3/decode/values.ts';

/** The population code the converter goes by: the first. */
export function codeOf(population: TemplateNode): string {
  return populationCodes(population.element)[0]?.value ?? '';
}

/** The population's GUID in upper case, as the measure data write it. */
export function guidOf(population: TemplateNode): string | null {
  return populationGuids(population.element)[0]?.value.toUpperCase() ?? null;
}
