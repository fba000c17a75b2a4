import { descendants } from '../../../qrda3/decode/nodes.ts';
import { attribute, nameSpan, valueSpan } from '../../../xml/tree.ts';
import type { Rule } from '../../rule.ts';

/** The entry of a reporting parameters act is derived (`DRIV`). */
export const reportingParametersEntry: Rule = {
  id: 'reporting-parameters-entry',
  layer: 'guide',
  severity: 'warning',
  source:
    'QRDA III guide, sections: the entry with the Reporting Parameters Act has typeCode DRIV; not asked by its Schematron',
  title: 'The entry of a reporting parameters act without typeCode DRIV',
  documentation: `The entry that holds the reporting parameters act says \`typeCode="DRIV"\` (derived from). Neither the official Schematron nor CMS's converter asks for it.`,
  *check({ document }) {
    if (document.format !== 'qrda3') return;
    for (const { kind, element } of descendants(document.nodes.root)) {
      const entry = element.parent;
      if (kind !== 'reportingParameters' || entry?.local !== 'entry') continue;
      const typeCode = attribute(entry, 'typeCode');
      if (typeCode?.value === 'DRIV') continue;
      const found = typeCode === undefined ? 'no typeCode' : `typeCode "${typeCode.value}"`;
      const span = typeCode === undefined ? nameSpan(entry) : valueSpan(typeCode);
      yield {
        span,
        message: `The entry of the reporting parameters act has ${found}; the guide asks for "DRIV".`,
      };
    }
  },
};
