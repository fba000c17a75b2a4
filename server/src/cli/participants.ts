import type { Knowledge } from '../knowledge.ts';
import { renderParticipants } from '../workspace/participants.ts';
import { participantsOf } from '../workspace/participantsOf.ts';
import type { ParticipantsArguments } from './arguments.ts';
import { findFiles, readInput } from './inputFiles.ts';
import type { Terminal } from './terminal.ts';

/** `participants`: lists who the files are for. Files that are no submission are passed over. @returns exit code 0 */
export function participants(
  options: ParticipantsArguments,
  knowledge: Knowledge,
  terminal: Terminal,
): number {
  const files = findFiles(options.paths).map((path) => ({ path, text: readInput(path).text }));
  const entries = participantsOf(files, knowledge);
  terminal.out(
    options.format === 'json'
      ? JSON.stringify({ participants: entries }, null, 2)
      : renderParticipants(entries),
  );
  return 0;
}
