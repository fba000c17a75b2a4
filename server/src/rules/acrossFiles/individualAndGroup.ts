import type { AcrossFilesRule, TinFiles } from './acrossFilesRule.ts';
import type { FileFacts } from './facts.ts';
import { relatedPlaces } from './wording.ts';

/** A TIN reports as a group and for single clinicians. */
export const individualAndGroup: AcrossFilesRule<TinFiles> = {
  id: 'individual-and-group-data',
  layer: 'score',
  severity: 'information',
  source:
    'CMS data submission guides of 2019 and 2023: individual and group data are scored apart and never combined; the higher final score counts',
  title: 'A TIN has both group and individual data',
  documentation: `A practice may report as a group (TIN) and for single clinicians (TIN and NPI). CMS scores both, **each by itself**: a quality measure that only the group reports does nothing for the clinician's individual score, and the other way round. A clinician with both gets the higher of the two final scores.

This is allowed. It is pointed out because the usual cause is a file with the wrong program name or ids: data of one participant that was meant to be scored together and now stands at two levels.`,
  *check({ tin, files }) {
    const groups = files.filter(({ participant }) => participant?.entityType === 'group');
    const individuals = files.filter(({ participant }) => participant?.entityType === 'individual');
    const [group] = groups;
    if (!group || individuals.length === 0) return;
    const clinicians = new Set(individuals.map(({ participant }) => participant?.npi ?? null)).size;
    const who = clinicians === 1 ? 'one of its clinicians' : `${clinicians} of its clinicians`;
    yield {
      path: group.path,
      range: group.participantRange,
      message: `TIN ${tin} reports as a group here and for ${who} individually in other files. CMS scores both and never combines them; each clinician gets the higher final score.`,
      related: relatedPlaces(individuals.map(placeOf), (index) => individualName(individuals[index])),
    };
  },
};

function placeOf(file: FileFacts) {
  return { file, range: file.participantRange };
}

function individualName(file: FileFacts | undefined): string {
  const npi = file?.participant?.npi;
  return npi === undefined ? 'Individual data.' : `Individual data of NPI ${npi}.`;
}
