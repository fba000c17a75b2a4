import { openDocument } from '../document/openDocument.ts';
import type { Knowledge } from '../knowledge.ts';
import type { ParticipantEntry } from './participants.ts';
import { listParticipants } from './participants.ts';

/** A file as text. */
interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Who the files are for; files that are neither QRDA III nor QPP JSON are passed over. */
export function participantsOf(files: readonly TextFile[], { catalogs }: Knowledge): ParticipantEntry[] {
  const submitted = files.flatMap(({ path, text }) => {
    const document = openDocument(text, catalogs, { performanceYear: null });
    return document.format === null ? [] : [{ path, submission: document.submission }];
  });
  return listParticipants(submitted);
}
