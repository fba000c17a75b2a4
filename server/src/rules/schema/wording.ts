import type { SchemaFault } from '../../qrda3/schema/fault.ts';

/** Lists longer than this are cut. */
const SPELT_OUT = 12;

/** What is wrong, with the value, and what is right. */
export function schemaMessage(fault: SchemaFault): string {
  const tag = `<${fault.element.name}>`;
  switch (fault.kind) {
    case 'root-element':
      return `The root element must be ClinicalDocument of the namespace urn:hl7-org:v3; it is ${tag} of ${
        fault.element.namespace ?? 'no namespace'
      }.`;
    case 'unknown-element':
      return `<${fault.parent.name}> cannot hold ${tag}. ${expectation(fault.expected)}`;
    case 'misplaced-element':
      return `${tag} stands in the wrong place of <${fault.parent.name}>: ${placing(fault.follows)}.`;
    case 'repeated-element':
      return `<${fault.parent.name}> can hold ${tag} only once.`;
    case 'missing-element': {
      const where = fault.before ? ` before <${fault.before.name}>` : '';
      return `<${fault.parent.name}> must hold ${tags(fault.missing)}${where}; it holds none.`;
    }
    case 'unknown-attribute':
      return `${tag} has no attribute ${fault.attribute.name}. It can have ${shortened(fault.known)}.`;
    case 'missing-attribute':
      return `${tag} must have the attribute ${fault.name}.`;
    case 'attribute-value':
      return `${fault.attribute.name}="${fault.attribute.value}" of ${tag} must be ${fault.phrase}.`;
    case 'repeated-id':
      return `${fault.attribute.name}="${fault.attribute.value}" stands twice; an ID must be unique in the document.`;
    case 'data-type':
      return dataTypeMessage(fault.given, fault.declared, tag);
    case 'text':
      return `${tag} cannot hold text; it holds "${excerpt(fault.text)}".`;
  }
}

function dataTypeMessage(given: string | null, declared: string, tag: string): string {
  if (given !== null) return `xsi:type="${given}" is no data type ${tag} can have${derivation(declared)}.`;
  return `${tag} must name its data type with xsi:type, for example xsi:type="INT".`;
}

function derivation(declared: string): string {
  return declared === 'ANY' ? '' : `; it must be ${declared} or derived from it`;
}

function placing(follows: readonly string[]): string {
  return follows.length > 0 ? `it must come after ${tags(follows)}` : 'it must come earlier';
}

function expectation(expected: readonly string[]): string {
  return expected.length > 0 ? `Here can stand ${shortened(expected)}.` : 'Nothing more can stand here.';
}

function tags(keys: readonly string[]): string {
  return keys.map((key) => `<${key}>`).join(', ');
}

function shortened(names: readonly string[]): string {
  const cut = names.length > SPELT_OUT ? ', …' : '';
  return `${names.slice(0, SPELT_OUT).join(', ')}${cut}`;
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
