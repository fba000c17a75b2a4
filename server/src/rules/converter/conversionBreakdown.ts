import { convertQrda3 } from '../../qrda3/convert.ts';
import type { Rule } from '../rule.ts';
import { converterResults } from './results.ts';

/** The converter reports success, but its JSON has lost every measurement set. */
export const conversionBreakdown: Rule = {
  id: 'conversion-breakdown',
  layer: 'score',
  severity: 'warning',
  source:
    'CMS converter, encoding of quality measures (observed: its errors there go to a list that is never read)',
  title: 'The converter accepts the file and loses all its measures',
  documentation: `Under APP and APP Plus CMS's converter does not check measures. When its encoder then meets a measure it cannot encode, above all one whose GUID its measure data do not know, it gives up without an error: the file counts as converted, and the QPP JSON has no \`measurementSets\` at all, whatever else the file holds.`,
  *check(context) {
    const { document, catalog } = context;
    if (document.format !== 'qrda3') return;
    if (converterResults(context).some(({ isReported }) => isReported)) return;
    const { breakdown } = convertQrda3(document.nodes, catalog);
    if (breakdown === null) return;
    yield {
      span: breakdown.span,
      message: `CMS's converter accepts this file but loses all its measurement sets, because ${breakdown.reason}.`,
    };
  },
};
