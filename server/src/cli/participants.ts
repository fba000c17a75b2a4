import { renderParticipants } from '../workspace/participants.ts';
import { participantsOf } from '../workspace/participantsOf.ts';
import { command } from './command.ts';
import { findFiles, readInput } from './inputFiles.ts';
import { choice, measuresDataOption } from './options.ts';

/** `participants`: lists who the files are for. Exit code 0. */
export const participants = command({
  name: 'participants',
  operands: 'PATH...',
  title: 'lists who the files are for, as the upload asks for opt-in elections',
  description: 'Files that are no submission are passed over.',
  options: {
    format: choice(['pretty', 'json'], 'For people or for tools.'),
    'measures-data': measuresDataOption,
  },
  run: (options, operands, { terminal, knowledge }) => {
    const files = findFiles(operands).map(({ path }) => ({ path, text: readInput(path).text }));
    const entries = participantsOf(files, knowledge(options['measures-data']));
    terminal.out(
      options.format === 'json'
        ? JSON.stringify({ participants: entries }, null, 2)
        : renderParticipants(entries),
    );
    return 0;
  },
});
