import { decodedUri } from '../../text/decodedUri.ts';
import { ownValue } from '../../text/ownValue.ts';
import type { RelatedLocation } from '../finding.ts';
import type { FileFacts, PlacedMeasurement, SetFacts } from './facts.ts';

/** More places than these help nobody; a folder may hold thousands of copies. */
const MOST_RELATED = 10;

/** Points are shown as CMS's site shows them. */
const POINT_DECIMALS = 2;

const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  quality: 'quality',
  pi: 'Promoting Interoperability',
  ia: 'improvement activities',
};

const COLLECTION_TYPES: Readonly<Record<string, string>> = {
  electronicHealthRecord: 'eCQM',
  registry: 'MIPS CQM or QCDR measure',
};

/** `eCQM`, `MIPS CQM or QCDR measure`, or the method as written. */
export function collectionType(submissionMethod: string): string {
  return ownValue(COLLECTION_TYPES, submissionMethod) ?? submissionMethod;
}

/** `quality set (electronicHealthRecord, mips)`. */
export function setName({ category, submissionMethod, programName }: SetFacts): string {
  return `${ownValue(CATEGORY_NAMES, category) ?? category} set (${submissionMethod}, ${programName})`;
}

/** `"files/group.xml"`: the end of a path or URI by which a reader knows the file. */
export function fileName({ path }: FileFacts): string {
  const parts = path.split(/[\\/]/);
  const name = parts.slice(-2).join('/');
  return `"${path.includes('://') ? decodedUri(name) : name}"`;
}

/** `here` for the file that a finding stands in, else `in "files/group.xml"`. */
export function whereabouts(file: FileFacts, here: FileFacts): string {
  return file === here ? 'in this file' : `in ${fileName(file)}`;
}

/** `8.40 points`, or nothing where there are none. */
export function pointsText(points: number | null): string {
  return points === null ? '' : ` (${points.toFixed(POINT_DECIMALS)} points)`;
}

/** `001, 236 and 3 more`. */
export function idList(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_RELATED);
  const more = ids.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

/** Places in other files, or elsewhere in the same one; of very many the first. */
export function relatedPlaces(
  places: readonly { readonly file: FileFacts; readonly range: RelatedLocation['range'] }[],
  message: (index: number) => string,
): RelatedLocation[] {
  return places.slice(0, MOST_RELATED).map(({ file, range }, index) => ({
    path: file.path,
    range,
    message: message(index),
  }));
}

/** The other report of a measure, as a related place of a finding. */
export function otherReport(other: PlacedMeasurement): RelatedLocation[] {
  return relatedPlaces([{ file: other.file, range: other.range }], () => {
    return `${other.measureId} is reported here: ${other.reported}.`;
  });
}
