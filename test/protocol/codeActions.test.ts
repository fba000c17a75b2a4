import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { type CursorText, cursorAt } from '../fixtures/cursor.ts';
import { edited } from '../fixtures/fixes.ts';
import { fileOf, RATE } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { ecqm } from '../fixtures/qrda3/sections.ts';
import { type Client, startClient } from './client.ts';

const VERSIONED: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
};

const staleGuid = ecqm('CMS165', 2024).eMeasureGuid ?? '';
/** GUIDs of last year, a language the guide does not have, and a TIN with a dash. */
const faulty = qrda3({
  year: 2025,
  tin: '00-0777777',
  quality: [
    { ecqm: 'CMS165', guidsOf: 2024 },
    { ecqm: 'CMS122', guidsOf: 2024 },
  ],
}).replace('languageCode code="en"', 'languageCode code="fr"');

for (const [kind, capabilities] of [
  ['that applies plain edits', {}],
  ['that knows versions and asks for edits later', VERSIONED],
] as const) {
  describe(`Code actions for a client ${kind}`, () => {
    let client: Client;
    let count = 0;
    before(async () => {
      client = await startClient(undefined, capabilities);
    });
    after(() => client.stop());

    /** Opens a text and asks for the actions at the cursor. */
    async function actionsAt({ text, position }: CursorText, only?: string[]) {
      const uri = `file:///actions/${count++}.${text.startsWith('<') ? 'xml' : 'json'}`;
      const diagnostics = await client.open(uri, text);
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: position, end: position },
        context: { diagnostics, ...(only && { only }) },
      });
      return { uri, text, diagnostics, actions };
    }

    /** Applies an action as an editor does, and gives what is found in the new version. */
    async function apply(
      action: CodeAction | undefined,
      { uri, text }: { readonly uri: string; readonly text: string },
    ): Promise<{ readonly changed: string; readonly diagnostics: Diagnostic[] }> {
      assert(action);
      const whole = action.edit
        ? action
        : await client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
      const changed = edited(text, editsOf(whole, uri));
      const next = client.published(uri);
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text: changed }],
      });
      return { changed, diagnostics: await next };
    }

    function editsOf({ edit }: CodeAction, uri: string): TextEdit[] {
      if (capabilities !== VERSIONED) return edit?.changes?.[uri] ?? [];
      const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual(change?.textDocument, { uri, version: 1 });
      return (change?.edits ?? []) as TextEdit[];
    }

    const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => String(code));

    it('mend one finding: its own is gone, the others stay', async () => {
      const asked = await actionsAt(cursorAt(faulty, 'languageCode code="f$0r"'));
      const fix = asked.actions.find(({ title }) => title === 'Change code to "en"');
      assert.equal(fix?.isPreferred, true);
      assert.equal(fix?.kind, 'quickfix');
      assert.deepEqual(
        fix?.diagnostics?.map(({ code }) => code),
        ['guide-fixed-value'],
      );
      const { diagnostics } = await apply(fix, asked);
      const gone = rulesOf(asked.diagnostics).filter((rule) => rule !== 'guide-fixed-value');
      assert.deepEqual(rulesOf(diagnostics), gone);
    });

    it('mend a finding of one rule everywhere in the file', async () => {
      const asked = await actionsAt(cursorAt(faulty, `extension="$0${staleGuid}"`));
      const { diagnostics } = await apply(
        asked.actions.find(({ title }) => title === 'Fix all 2 of measure-guid-unknown in this file'),
        asked,
      );
      const rules = rulesOf(diagnostics);
      assert(!rules.includes('measure-guid-unknown') && !rules.includes('population-guid-unknown'));
      assert(rules.includes('tin-form') && rules.includes('guide-fixed-value'));
    });

    it('mend all that has one right way, in one edit', async () => {
      const asked = await actionsAt(cursorAt(faulty, '<Clinical$0Document'), ['source.fixAll']);
      assert.deepEqual(
        asked.actions.map(({ kind: given }) => given),
        ['source.fixAll.qppLens'],
      );
      const { diagnostics } = await apply(asked.actions[0], asked);
      assert.deepEqual(rulesOf(diagnostics), []);
    });

    it('are of the kinds that are asked for, and no others', async () => {
      const cursor = cursorAt(faulty, 'languageCode code="f$0r"');
      const kindsFor = async (only: string[]) =>
        (await actionsAt(cursor, only)).actions.map(({ kind: given }) => given);
      assert.deepEqual(await kindsFor(['refactor']), []);
      assert.deepEqual(await kindsFor(['source.organizeImports']), []);
      assert.deepEqual(await kindsFor(['source.fixAll.qppLens']), ['source.fixAll.qppLens']);
      assert.deepEqual(await kindsFor(['quickfix']), ['quickfix']);
    });

    it('offer nothing where nothing is wrong', async () => {
      const valid = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
      assert.deepEqual((await actionsAt(cursorAt(valid, 'languageCode code="e$0n"'))).actions, []);
      assert.deepEqual((await actionsAt(cursorAt(valid, '<Clinical$0Document'), ['source'])).actions, []);
    });

    it('mend QPP JSON the same way', async () => {
      const text = fileOf('236', RATE).replace('"performanceMet"', '"performancemet"');
      const asked = await actionsAt(cursorAt(text, '"performance$0met"'));
      const { changed, diagnostics } = await apply(asked.actions[0], asked);
      assert.deepEqual(rulesOf(diagnostics), []);
      assert.equal(changed, fileOf('236', RATE));
    });
  });
}
