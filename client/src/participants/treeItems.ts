import * as vscode from 'vscode';
import type { ParticipantConflict, WorkspaceParticipant } from '../../../server/src/lsp/protocol.ts';
import { entityName } from '../../../server/src/submission/entityName.ts';
import type { Range } from '../../../server/src/text/lineIndex.ts';
import { type ElectionNotes, electionText } from './electionNotes.ts';
import { canElect, ELIGIBILITY_NOTE } from './elections.ts';
import { categoryName, counted, methodName, participantId } from './names.ts';
import type { ParticipantsNode } from './nodes.ts';

type NodeOf<Kind> = Extract<ParticipantsNode, { kind: Kind }>;

const ENTITY_ICONS: Readonly<Record<string, string>> = {
  individual: 'person',
  group: 'organization',
};

const SEVERITY_ICONS: Readonly<Record<ParticipantConflict['severity'], vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  information: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
  hint: new vscode.ThemeIcon('lightbulb'),
};

/** A node as VS Code shows it. */
export function treeItem(node: ParticipantsNode, notes: ElectionNotes): vscode.TreeItem {
  switch (node.kind) {
    case 'year':
      return yearItem(node);
    case 'participant':
      return participantItem(node.participant, notes);
    case 'conflict':
      return conflictItem(node);
    case 'file':
      return fileItem(node);
    case 'set':
      return setItem(node);
  }
}

function yearItem({ year, participants }: NodeOf<'year'>): vscode.TreeItem {
  const item = new vscode.TreeItem(String(year), vscode.TreeItemCollapsibleState.Expanded);
  item.id = `year ${year}`;
  item.description = counted(participants.length, 'participant');
  item.iconPath = new vscode.ThemeIcon('calendar');
  return item;
}

function participantItem(participant: WorkspaceParticipant, notes: ElectionNotes): vscode.TreeItem {
  const { key, entityType, programs, fileCount, conflictCount, performanceYear } = participant;
  const name = `${entityName(entityType)} ${participantId(participant)}`;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  const election = electionText(notes.of(participant));
  const facts = [
    counted(fileCount, 'file'),
    conflictCount > 0 ? counted(conflictCount, 'conflict') : '',
    election,
  ];
  item.id = `participant ${key}`;
  item.description = facts.filter(Boolean).join(' · ');
  item.tooltip = [
    `${name}, ${performanceYear}: ${programs.join(', ')}`,
    ...(election ? [`${election}. ${ELIGIBILITY_NOTE}`] : []),
  ].join('\n');
  item.iconPath = new vscode.ThemeIcon(ENTITY_ICONS[entityType] ?? 'group-by-ref-type');
  item.contextValue = canElect(participant) ? 'participant.election' : 'participant';
  return item;
}

function conflictItem({ conflict, participantKey, index }: NodeOf<'conflict'>): vscode.TreeItem {
  // The sentence begins with what is in conflict; several conflicts may have one title.
  const item = new vscode.TreeItem(conflict.message, vscode.TreeItemCollapsibleState.None);
  item.id = `conflict ${participantKey} ${index}`;
  item.description = fileName(conflict.uri);
  item.tooltip = `${conflict.title}\n\n${conflict.message}`;
  item.iconPath = SEVERITY_ICONS[conflict.severity];
  item.command = openAt(conflict.uri, conflict.range);
  item.accessibilityInformation = { label: `${conflict.severity}: ${conflict.message}` };
  return item;
}

function fileItem({ file, participantKey }: NodeOf<'file'>): vscode.TreeItem {
  const uri = vscode.Uri.parse(file.uri);
  const state =
    file.sets.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(fileName(file.uri), state);
  item.id = `file ${participantKey} ${file.uri}`;
  item.description = folderName(uri);
  item.tooltip = vscode.workspace.asRelativePath(uri);
  // The file's own icon and its findings, as in the Explorer.
  item.resourceUri = uri;
  item.iconPath = vscode.ThemeIcon.File;
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
  return item;
}

function setItem({ set, file, participantKey, index }: NodeOf<'set'>): vscode.TreeItem {
  const item = new vscode.TreeItem(categoryName(set), vscode.TreeItemCollapsibleState.None);
  item.id = `set ${participantKey} ${file.uri} ${index}`;
  item.description = [methodName(set), set.programName, counted(set.measurementCount, 'measure')].join(' · ');
  item.iconPath = new vscode.ThemeIcon('symbol-array');
  item.command = openAt(file.uri, set.range);
  return item;
}

function openAt(uri: string, { start, end }: Range): vscode.Command {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  return { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.parse(uri), { selection }] };
}

function fileName(uri: string): string {
  return vscode.Uri.parse(uri).path.split('/').at(-1) ?? uri;
}

/** The folder by which two files of one name are told apart. */
function folderName(uri: vscode.Uri): string {
  const parts = vscode.workspace.asRelativePath(uri).split('/');
  return parts.slice(0, -1).join('/');
}
