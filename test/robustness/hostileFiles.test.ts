import { type Client, startClient } from '../protocol/client.ts';
import { answered, ask, EVERY_REQUEST } from './everyRequest.ts';
import { HOSTILE_FILES } from './hostileFiles.ts';
import { createPositions } from './textModel.ts';

/** Long enough for a busy machine, far too short for what grows with the square of the file. */
const LONGEST_MS = 50_000;

/** An editor asks for the edit of a code action when somebody picks it: nobody picks 100,000. */
const EDITOR = { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } };

describe('a file with', () => {
  let client: Client;
  before(async () => {
    client = await startClient({}, EDITOR);
  });
  after(() => client.stop());

  for (const [index, { name, ending, text }] of HOSTILE_FILES.entries()) {
    it(`${name} is checked, and every request about it answered (${ending})`, async () => {
      const uri = `file:///hostile-${index}.${ending}`;
      const content = text();
      await within('diagnostics', () => client.open(uri, content));
      const positionAt = createPositions(content);
      for (const [at, request] of EVERY_REQUEST.entries()) {
        const offset = Math.floor(content.length * (at % 2 === 0 ? 0.5 : 0.98));
        await within(request.method, () =>
          ask(client.connection, request, { uri, text: content, offset, positionAt }),
        );
      }
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      await client.connection.sendNotification('qppLens/workspace/forgetFiles', { uris: [uri] });
      await answered(client.connection, 'qppLens/fileSummary', { uri });
    });
  }
});

async function within<T>(what: string, task: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await task();
  const time = performance.now() - start;
  if (process.env.TIMES && time > 1000) console.log('      ', what, time | 0);
  if (time > LONGEST_MS) throw new Error(`${what} took ${Math.round(time)} ms`);
  return result;
}
