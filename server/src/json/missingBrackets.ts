import { insertion } from '../text/edit.ts';
import { closeInnermost, pushOpen } from './brackets.ts';
import type { OpenNode } from './openNode.ts';
import { openNode } from './openNode.ts';
import type { JsonReader } from './reader.ts';
import { innermost, isFollowedByColon, placeValue, reportMisfit, tokenSpan } from './reader.ts';
import { skipWhiteSpace } from './tokens.ts';
import { member } from './tree.ts';

/**
 * A property where an item of an array is due: the `{` before it is missing, or, where the items before have no such
 * key, the `]` of the array. Takes the bracket as there; tells whether it did.
 */
export function supplyBracketBeforeProperty(reader: JsonReader): boolean {
  const array = innermost(reader);
  if (array?.type !== 'array' || !isFollowedByColon(reader)) return false;
  const last = array.items.at(-1);
  if (!last || member(last, reader.tokens.token.text) !== undefined) {
    const repair = insertion(reader.tokens.token.start, '{');
    reportMisfit(reader, 'A { is missing before this property.', tokenSpan(reader), repair);
    const object = openNode('{', reader.tokens.token.start, array);
    placeValue(reader, object);
    pushOpen(reader, object);
  } else {
    if (array.parent?.type !== 'object') return false;
    const repair = insertion(reader.lastComma?.start ?? reader.previousEnd, ']');
    reportMisfit(reader, 'A ] is missing before this property.', tokenSpan(reader), repair);
    closeInnermost(reader, reader.previousEnd);
  }
  reader.expected = 'key';
  return true;
}

/**
 * An object where a key is due, in an object that is itself an item of an array and has the new one's first key: the
 * `}` between the two is missing. Takes it as there; tells whether it did.
 */
export function supplyBracketBetweenItems(reader: JsonReader): boolean {
  const object = innermost(reader);
  if (object?.type !== 'object' || object.parent?.type !== 'array' || !isNextLike(object, reader))
    return false;
  const place = reader.lastComma ?? tokenSpan(reader);
  reportMisfit(reader, 'A } is missing before this comma.', place, insertion(place.start, '}'));
  closeInnermost(reader, reader.previousEnd);
  reader.expected = 'value';
  return true;
}

function isNextLike(object: OpenNode, { text, tokens }: JsonReader): boolean {
  const at = skipWhiteSpace(text, tokens.token.end);
  return object.type === 'object' && object.properties.some(({ key }) => text.startsWith(`"${key}"`, at));
}
