import type { XmlAttribute, XmlElement } from '../xml/tree.ts';
import { type BoundCodes, boundCodes } from './boundCodes.ts';
import { codeName, nullFlavorName } from './codeNames.ts';
import { attributeDemands } from './guide/demands.ts';
import { declaredTemplate, guideValue, templateIds } from './guide/element.ts';
import { oidName } from './guide/oidNames.ts';
import type { Asked } from './guide/roles.ts';
import { OID } from './oids.ts';
import { programOfCode } from './programs.ts';

/** Longer lists are told by their size. */
const SPELT_OUT = 20;

/** What an OID or a code stands for, and what else may stand in its place. */
export function valueLines(element: XmlElement, { local, value }: XmlAttribute, asked: Asked): string[] {
  const { table } = asked.guide;
  const system = guideValue(element, 'codeSystem') ?? guideValue(element, 'root');
  const name =
    oidName(value) ??
    (system === OID.program ? programName(value) : undefined) ??
    (local === 'nullFlavor' ? nullFlavorName(value) : local === 'code' ? codeName(value, system) : undefined);
  const isCode = local === 'code' || local === 'extension';
  const sets = table.valueSets.filter(
    (set) => system !== undefined && set.codeSystems.includes(system) && set.codes.includes(value),
  );
  return [
    name ? `\`${value}\` is ${name}` : '',
    ...(isCode ? sets.map((set) => `One of the ${set.codes.length} codes of ${set.name} (${set.oid})`) : []),
    allowedLine(allowedCodes(element, local, asked)),
  ].filter((line) => line !== '');
}

function programName(value: string): string | undefined {
  const program = programOfCode(value);
  return program && `program ${program.programName} in QPP JSON, entity type ${program.entityType}`;
}

function allowedCodes(element: XmlElement, local: string, asked: Asked): BoundCodes | null {
  const demand = attributeDemands(element, asked).find(({ name }) => name === local);
  const [codeSystem = ''] = demand?.valueSet?.codeSystems ?? [];
  if (demand?.valueSet) return { ...demand.valueSet, codeSystem };
  const observation = element.local === 'translation' ? element.parent?.parent : element.parent;
  if (local !== 'code' || !observation) return null;
  const roots = templateIds(observation).map((id) => declaredTemplate(id).root);
  return boundCodes(roots, element.local, asked.guide.table);
}

function allowedLine(allowed: BoundCodes | null): string {
  if (!allowed || allowed.codes.length > SPELT_OUT) return '';
  const codes = allowed.codes.map((code) => {
    const name = codeName(code, allowed.codeSystem);
    return name ? `\`${code}\` ${name}` : `\`${code}\``;
  });
  return `Allowed: ${codes.join(', ')}`;
}
