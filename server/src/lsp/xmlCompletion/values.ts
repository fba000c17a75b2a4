import type { YearCatalog } from '../../catalog/catalog.ts';
import { populationsOf } from '../../catalog/populations.ts';
import { boundCodes } from '../../qrda3/boundCodes.ts';
import { codeName, nullFlavorName } from '../../qrda3/codeNames.ts';
import { type AttributeDemand, attributeDemands } from '../../qrda3/guide/demands.ts';
import { declaredTemplate, guideValue, templateIds } from '../../qrda3/guide/element.ts';
import { oidName } from '../../qrda3/guide/oidNames.ts';
import { measureAt, observationKind, referencedGuids } from '../../qrda3/measureAt.ts';
import { codeOfRole } from '../../qrda3/populationCodes.ts';
import type { ValueCursor } from '../../xml/cursor.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { idValues } from './ids.ts';
import type { WritingPlace } from './place.ts';
import { templateValues } from './templateIds.ts';
import type { Value } from './valueProposal.ts';

/** The values that an attribute may have at its place, the likeliest first. */
export function attributeValues(cursor: ValueCursor, place: WritingPlace): Value[] {
  const { element, name } = cursor;
  if (element.local === 'templateId') return templateValues(cursor, place);
  const ids = element.local === 'id' ? idValues(cursor, place) : null;
  if (ids) return ids;
  const demand = attributeDemands(element, place.asked).find((candidate) => candidate.name === name);
  return [
    ...(demand ? demandedValues(demand, element) : []),
    ...templateCodes(element, name, place),
    ...dates(element, name, place),
    ...schemaValues(element, name, place),
  ];
}

function demandedValues({ name, values, valueSet }: AttributeDemand, element: XmlElement): Value[] {
  const system = guideValue(element, 'codeSystem');
  const [ownSystem] = valueSet?.codeSystems ?? [];
  const fixed = values.map((value) => {
    const detail = oidName(value) ?? codeName(value, system) ?? codeName(value, undefined);
    return { value, ...(detail !== undefined && { detail }) };
  });
  const codes = (valueSet?.codes ?? []).map((code) => coded(code, ownSystem, valueSet?.name));
  return name === 'nullFlavor'
    ? [...fixed.map(({ value }) => nullFlavor(value)), ...codes]
    : [...fixed, ...codes];
}

/** A code with its system beside it. */
function coded(code: string, system: string | undefined, setName: string | undefined): Value {
  const name = codeName(code, system);
  const detail = name ?? setName;
  return {
    value: code,
    ...(name !== undefined && { label: `${code} · ${name}` }),
    ...(detail !== undefined && { detail: setName ?? detail }),
    ...(system !== undefined && { companion: { name: 'codeSystem', value: system } }),
  };
}

/** The codes that the template of the observation around binds the element to. */
function templateCodes(element: XmlElement, name: string, { table, catalog }: WritingPlace): Value[] {
  const observation = element.local === 'translation' ? element.parent?.parent : element.parent;
  if (name !== 'code' || !observation) return [];
  const roots = templateIds(observation).map((id) => declaredTemplate(id).root);
  const bound = boundCodes(roots, element.local, table);
  if (!bound) return [];
  const open = observationKind(observation) === 'population' ? openRoles(observation, catalog) : [];
  const codes = [...open, ...bound.codes.filter((code) => !open.includes(code))];
  return codes.map((code) => coded(code, bound.codeSystem, bound.name));
}

/** The codes of the populations that the measure at hand still lacks. */
function openRoles(observation: XmlElement, catalog: YearCatalog): string[] {
  const place = measureAt(observation, catalog);
  if (!place?.measure) return [];
  const there = referencedGuids(place.organizer, 'population', observation);
  const open = populationsOf(place.measure.strata).filter(({ guid }) => !there.has(guid));
  return open.flatMap(({ role }) => (role === 'reportingStratum' ? [] : [codeOfRole(role)]));
}

/** The first and last day of the performance year, at the bounds of a period. */
function dates({ local }: XmlElement, name: string, { catalog }: WritingPlace): Value[] {
  if (name !== 'value') return [];
  const year = catalog.performanceYear;
  if (local === 'low') return [{ value: `${year}0101`, detail: `first day of ${year}` }];
  if (local === 'high') return [{ value: `${year}1231`, detail: `last day of ${year}` }];
  return [];
}

function schemaValues(element: XmlElement, name: string, { schema }: WritingPlace): Value[] {
  const codes = schema.typeOf(element)?.attributes.get(name)?.type.codes ?? [];
  return name === 'nullFlavor' ? codes.map(nullFlavor) : codes.map((value) => ({ value }));
}

function nullFlavor(value: string): Value {
  const name = nullFlavorName(value);
  return { value, ...(name !== undefined && { detail: name }) };
}
