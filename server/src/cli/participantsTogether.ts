import type { FileFacts } from '../rules/acrossFiles/facts.ts';
import { checkTogether } from '../workspace/checkTogether.ts';
import { factsOf } from '../workspace/fileFacts.ts';
import type { AcrossFilesCheck, FindingsInFile } from './acrossFiles.ts';

/** Compares the files of each participant and year: the order of the files is the order of upload. */
export const participantsTogether: AcrossFilesCheck<FileFacts> = {
  factsOf: (document, knowledge) => factsOf('', document, knowledge),
  findings(files, { catalogs }, options): FindingsInFile[] {
    const facts = files.map((file) => ({ ...file.facts, path: file.path }));
    return checkTogether(facts, catalogs, options).map(({ path, finding }) => ({
      path,
      findings: [finding],
    }));
  },
};
