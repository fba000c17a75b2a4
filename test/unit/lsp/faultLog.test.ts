import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { createFaultLog } from '../../../server/src/lsp/faultLog.ts';

describe('The log of faults', () => {
  it('names where the code failed and quotes nothing of a file', () => {
    const lines: string[] = [];
    const console = { error: (line: string) => lines.push(line) } as Partial<Connection['console']>;
    createFaultLog({ console: console as Connection['console'] })(new TypeError('no TIN 000777777'));
    assert.match(lines.join('\n'), /TypeError.*\n\s+at .*faultLog\.test/);
    assert.doesNotMatch(lines.join('\n'), /000777777/);
  });
});
