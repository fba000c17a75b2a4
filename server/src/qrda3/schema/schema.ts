import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import { type CompiledType, compileStructure, type TypeLookup } from './compile.ts';
import { typeInPlace } from './dataType.ts';
import type { SchemaFault } from './fault.ts';
import type { CdaStructure } from './structure.ts';
import { type FaultsFound, validateStructure } from './validate.ts';

/** The CDA schema, read and prepared when it is first asked for. */
export interface CdaSchema {
  /**
   * Where the document is not as the schema has it; worked out once, as many rules ask for it.
   * @param before a version of the file that was asked about before: what was clean there is not checked again
   */
  faults(document: XmlDocument, before?: XmlDocument | null): readonly SchemaFault[];
  /** The type of an element by its place in the document; `undefined` where the schema does not know it. */
  typeOf(element: XmlElement): CompiledType | undefined;
}

/** @param readStructure reads `schemas/cda/structure.json`; called once */
export function createCdaSchema(readStructure: () => CdaStructure): CdaSchema {
  let lookup: TypeLookup | undefined;
  const known = new WeakMap<XmlDocument, FaultsFound>();
  const types = () => {
    lookup ??= compileStructure(readStructure());
    return lookup;
  };
  return {
    typeOf: (element) => typeInPlace(element, types()),
    faults(document, before) {
      let found = known.get(document);
      if (!found) {
        found = validateStructure(document, types(), before ? known.get(before)?.clean : null);
        known.set(document, found);
      }
      return found.faults;
    },
  };
}
