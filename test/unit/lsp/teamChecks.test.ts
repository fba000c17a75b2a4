import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createOpenDocuments } from '../../../server/src/lsp/openDocuments.ts';
import { readSettings } from '../../../server/src/lsp/settings.ts';
import { createTeamChecks } from '../../../server/src/lsp/xpathChecks/teamChecks.ts';
import type { AskXpath } from '../../../server/src/xpath/query.ts';
import { readXpathChecks } from '../../../server/src/xpathChecks/xpathCheck.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';

const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
const { checks } = readXpathChecks([{ id: 'a', context: '/x', test: 'y', message: 'm' }]);

const open = (version: number, content = text) =>
  createOpenDocuments().read(
    TextDocument.create('file:///a.xml', 'xml', version, content),
    readSettings({}),
    knowledge,
  );

/** Answers with one place at the beginning of the text. */
const answering: AskXpath = async () => [{ kind: 'found', places: [{ start: 0, end: 1 }], count: 1 }];

const unexpected = (error: unknown) => {
  throw error;
};

describe('The checks of a team on an open file', () => {
  it('are published when they are done, not before', async () => {
    const uri = await new Promise<string>((resolve) => {
      const team = createTeamChecks(answering, resolve, unexpected);
      assert.deepEqual(team.resultsOf(open(1), checks), []);
    });
    assert.equal(uri, 'file:///a.xml');
  });

  it('are asked once for a version, however often it is published', async () => {
    let asked = 0;
    const counting: AskXpath = (...args) => {
      asked++;
      return answering(...args);
    };
    const version = open(1);
    await new Promise<string>((resolve) => {
      const team = createTeamChecks(
        counting,
        (uri) => {
          assert.equal(team.resultsOf(version, checks).length, 1);
          resolve(uri);
        },
        unexpected,
      );
      team.resultsOf(version, checks);
      team.resultsOf(version, checks);
    });
    assert.equal(asked, 1);
  });

  it('are stopped by an edit, and say nothing of the new text until it was checked', async () => {
    let stopped: AbortSignal | undefined;
    const published: number[] = [];
    await new Promise<void>((resolve) => {
      const team = createTeamChecks(
        (content, queries, signal) => {
          if (stopped) return answering(content, queries, signal);
          stopped = signal;
          assert.deepEqual(team.resultsOf(open(2), checks), []);
          return new Promise(() => undefined);
        },
        () => {
          published.push(team.resultsOf(open(2), checks).length);
          resolve();
        },
        unexpected,
      );
      team.resultsOf(open(1), checks);
    });
    assert.equal(stopped?.aborted, true);
    assert.deepEqual(published, [1]);
  });

  it('are not run on a file beyond the limit, which is told', async () => {
    const large = text.replace('<component>', `<!--${'x'.repeat(10_000_001)}--><component>`);
    const refusing: AskXpath = () => assert.fail('A file of that size is not asked about.');
    const version = open(1, large);
    const message = await new Promise<string | undefined>((resolve) => {
      const team = createTeamChecks(
        refusing,
        () => resolve(team.resultsOf(version, checks)[0]?.message),
        unexpected,
      );
      team.resultsOf(version, checks);
    });
    assert.match(message ?? '', /not run on this file: it has 10 million characters/);
  });

  it('do not end the server when their thread fails', async () => {
    const broken: AskXpath = () => Promise.reject(new Error('no thread'));
    const error = await new Promise((resolve) => {
      createTeamChecks(broken, assert.fail, resolve).resultsOf(open(1), checks);
    });
    assert.match(String(error), /no thread/);
  });
});
