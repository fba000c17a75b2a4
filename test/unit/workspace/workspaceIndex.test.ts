import assert from 'node:assert/strict';
import { DEFAULT_CHECK_OPTIONS } from '../../../server/src/rules/run.ts';
import { createWorkspaceIndex, type WorkspaceIndex } from '../../../server/src/workspace/workspaceIndex.ts';
import { conflictFolder } from '../../fixtures/conflicts/conflictFolder.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { factsOfText } from '../rules/acrossFiles/together.ts';

const folder = conflictFolder(2023);

function filled(names: Iterable<string> = folder.keys()): WorkspaceIndex {
  const index = createWorkspaceIndex();
  for (const name of names) put(index, name);
  return index;
}

function put(index: WorkspaceIndex, name: string, text = folder.get(name) ?? ''): void {
  index.put(name, factsOfText(name, text));
}

/** The rules that changed at each file since the last time. */
function changes(index: WorkspaceIndex): Record<string, string[]> {
  const changed = index.recheck(knowledge.catalogs, DEFAULT_CHECK_OPTIONS);
  return Object.fromEntries(
    [...changed].sort().map(([path, findings]) => [path, findings.map(({ rule }) => rule).sort()]),
  );
}

describe('The index of a workspace', () => {
  it('tells the findings between files once they are compared, and nothing when nothing changed', () => {
    const index = filled();
    assert.deepEqual(Object.keys(changes(index)), ['ehr.xml', 'later-ehr.xml', 'registry.json']);
    assert.deepEqual(changes(index), {});
  });

  it('comes to the same in whatever order the files were put in', () => {
    assert.deepEqual(changes(filled([...folder.keys()].reverse())), changes(filled()));
  });

  it('takes back what a file said that is removed', () => {
    const index = filled();
    changes(index);
    index.remove('clinician.xml');
    assert.deepEqual(changes(index), { 'ehr.xml': [] });
  });

  it('moves a file to its new participant when its TIN is edited', () => {
    const index = filled();
    changes(index);
    put(index, 'registry.json', (folder.get('registry.json') ?? '').replace('000777777', '000999999'));
    const changed = changes(index);
    assert.deepEqual(changed['registry.json'], []);
    assert.equal(index.participants().size, 5);
  });

  it('drops a file that is no submission any more, and its participant with the last file', () => {
    const index = filled(['other-group.xml']);
    assert.equal(index.participants().size, 1);
    index.put('other-group.xml', null);
    changes(index);
    assert.equal(index.participants().size, 0);
    assert(index.has('other-group.xml'));
  });

  it('compares all again under other settings', () => {
    const index = filled();
    changes(index);
    index.invalidate();
    const severities = { 'pi-answer-conflict': 'off' } as const;
    const changed = index.recheck(knowledge.catalogs, { ...DEFAULT_CHECK_OPTIONS, severities });
    assert.deepEqual([...changed.keys()], ['registry.json']);
  });
});
