import { descendants } from '../../../qrda3/decode/nodes.ts';
import { setAttribute } from '../../../xml/edit.ts';
import { attribute, nameSpan, valueSpan } from '../../../xml/tree.ts';
import type { Rule } from '../../rule.ts';

/** The entry of a reporting parameters act is derived (`DRIV`). */
export const reportingParametersEntry: Rule = {
  id: 'reporting-parameters-entry',
  layer: 'guide',
  severity: 'information',
  source:
    'CONF 77-18325 and 23-3277 (Reporting Parameters Section, guides to 2022); not asked by the Schematron from 2023 on',
  title: 'The entry of a reporting parameters act without typeCode DRIV',
  documentation: `The entry that holds the reporting parameters act says \`typeCode="DRIV"\` (derived from). The section templates of the guides to 2022 demand it, and CMS's samples of every year write it; from 2023 on neither the official Schematron nor CMS's converter asks for it.`,
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
        isUnpublished: true,
        message: `The entry of the reporting parameters act has ${found}; it is written as "DRIV".`,
        fixes: [{ title: 'Set typeCode to DRIV', edits: [setAttribute(entry, 'typeCode', 'DRIV')] }],
      };
    }
  },
};
