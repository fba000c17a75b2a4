import type { Rule } from '../rule.ts';
import { deleteProperty } from './edits.ts';
import { jsonParts } from './jsonParts.ts';

/** A program at the top of the file, where it has no effect. */
export const jsonTopProgramName: Rule = {
  id: 'json-top-program-name',
  layer: 'score',
  severity: 'warning',
  source:
    'CMS QPP submissions API documentation (programName is a field of measurement sets; top level in the 2017 layout)',
  title: 'The program at the top of the file has no effect',
  documentation: `\`programName\` stood at the top of the file in the layout of 2017. Today each measurement set has its own, and a set without one counts for \`mips\`. Move it into the sets.`,
  *check(context) {
    const parts = jsonParts(context);
    if (parts?.shape !== 'submission' || !parts.participant) return;
    const { participant } = parts;
    const property = participant.properties.find(({ key }) => key === 'programName');
    if (!property || property.value?.type === 'null') return;
    yield {
      span: property.keySpan,
      message:
        '"programName" at the top of the file has no effect: the program of each measurement set is what counts.',
      fixes: [deleteProperty(participant, property)],
    };
  },
};
