import type { Knowledge } from '../../knowledge.ts';
import type { Proposals } from '../proposal.ts';
import { newQppJsonProposals } from './newQppJson.ts';
import { newQrda3Proposals } from './newQrda3.ts';

/**
 * Whole files to begin with, where nothing stands yet.
 * @param languageId what the editor takes the file for: nothing in it tells
 */
export function newFileProposals(
  text: string,
  offset: number,
  languageId: string,
  knowledge: Knowledge,
): Proposals {
  if (languageId === 'xml') return newQrda3Proposals(text, offset, knowledge);
  const isJson = languageId === 'json' || languageId === 'jsonc';
  return isJson ? newQppJsonProposals(text, offset, knowledge) : { proposals: [], isCut: false };
}
