import { ownValue } from '../../text/ownValue.ts';
import { type ContentModel, compileContent } from './contentModel.ts';
import { type SimpleType, simpleType } from './simpleTypes.ts';
import type { CdaStructure } from './structure.ts';

/** A type of the schema, ready to check elements with. */
export interface CompiledType {
  readonly name: string;
  readonly content: ContentModel;
  readonly attributes: ReadonlyMap<string, AttributeRule>;
  readonly required: readonly string[];
  readonly isMixed: boolean;
  readonly isAbstract: boolean;
  readonly isUnchecked: boolean;
  /** The types it is derived from, nearest first. */
  readonly ancestors: readonly string[];
}

export interface AttributeRule {
  readonly type: SimpleType;
  /** Whether values must be unique in the document (XML Schema's ID). */
  readonly isId: boolean;
}

/** Finds a type by its name; compiles it when it is first asked for. */
export type TypeLookup = (name: string) => CompiledType | undefined;

/** Prepares the structure data. Types are compiled lazily: a QRDA III file uses a third of them. */
export function compileStructure(structure: CdaStructure): TypeLookup {
  const compiled = new Map<string, CompiledType>();
  const models = new Map<string, ContentModel>();
  return (name) => {
    const known = compiled.get(name);
    if (known || !Object.hasOwn(structure.types, name)) return known;
    const type = compileType(name, structure, models);
    compiled.set(name, type);
    return type;
  };
}

function compileType(name: string, structure: CdaStructure, models: Map<string, ContentModel>): CompiledType {
  const definition = ownValue(structure.types, name) ?? {};
  const text = collected(name, structure, 'content');
  let content = models.get(text);
  if (!content) {
    content = compileContent(text);
    models.set(text, content);
  }
  const attributes = new Map<string, AttributeRule>();
  const required: string[] = [];
  for (const written of collected(name, structure, 'attributes').split(' ')) {
    if (written === '') continue;
    const [key = '', rest = ''] = written.split('=');
    const typeName = rest.replace(/!$/, '');
    attributes.set(key, { type: simpleType(typeName, structure), isId: typeName === 'ID' });
    if (rest.endsWith('!')) required.push(key);
  }
  return {
    name,
    content,
    attributes,
    required,
    isMixed: definition.mixed ?? false,
    isAbstract: definition.abstract ?? false,
    isUnchecked: definition.unchecked ?? false,
    ancestors: ancestorsOf(name, structure),
  };
}

/** The content or attributes of a type: those it inherits, then its own. */
function collected(name: string, structure: CdaStructure, what: 'content' | 'attributes'): string {
  const definition = ownValue(structure.types, name);
  if (!definition) throw new Error(`The structure data knows no type "${name}".`);
  const own = definition[what] ?? '';
  const { base } = definition;
  const inherited = base && !definition.restriction ? collected(base, structure, what) : '';
  return inherited === '' || own === '' ? inherited + own : `${inherited} ${own}`;
}

function ancestorsOf(name: string, structure: CdaStructure): string[] {
  const base = ownValue(structure.types, name)?.base;
  return base ? [base, ...ancestorsOf(base, structure)] : [];
}
