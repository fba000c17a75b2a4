import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureVsCodeHost } from './vscodeHost.ts';

/** A stretch of text that has the same scopes throughout, innermost scope last. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

const hostFolder = __dirname;
const extension = path.resolve(hostFolder, '..');
const builtIn = path.join(hostFolder, 'node_modules/code-server/lib/vscode/extensions');

/** VS Code's own grammars that ours are injected into. */
const GRAMMARS: Readonly<Record<string, string>> = {
  'text.xml': path.join(builtIn, 'xml/syntaxes/xml.tmLanguage.json'),
  'source.json': path.join(builtIn, 'json/syntaxes/JSON.tmLanguage.json'),
  'source.json.comments': path.join(builtIn, 'json/syntaxes/JSONC.tmLanguage.json'),
};

/** Takes a text apart as VS Code does to colour it, with the grammars that the extension contributes. */
export async function tokensOf(scopeName: string, text: string): Promise<readonly Token[]> {
  ensureVsCodeHost();
  const grammar = await (await createRegistry()).loadGrammar(scopeName);
  if (!grammar) throw new Error(`VS Code has no grammar ${scopeName}.`);
  let stack: unknown = null;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

/** As much of vscode-textmate as is used here; it is installed with the host, after the types were checked. */
interface Registry {
  loadGrammar(scopeName: string): Promise<Grammar | null>;
}

interface Grammar {
  tokenizeLine(
    line: string,
    previous: unknown,
  ): {
    readonly tokens: readonly {
      readonly startIndex: number;
      readonly endIndex: number;
      readonly scopes: readonly string[];
    }[];
    readonly ruleStack: unknown;
  };
}

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

async function createRegistry(): Promise<Registry> {
  const load = createRequire(path.join(hostFolder, 'package.json'));
  const { Registry, parseRawGrammar } = load('vscode-textmate');
  const oniguruma = load('vscode-oniguruma');
  await oniguruma.loadWASM(fs.readFileSync(load.resolve('vscode-oniguruma/release/onig.wasm')));
  const own = contributions();
  return new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: readonly string[]) => oniguruma.createOnigScanner(patterns),
      createOnigString: (text: string) => oniguruma.createOnigString(text),
    }),
    getInjections: (scopeName: string) =>
      own.filter(({ injectTo }) => injectTo.includes(scopeName)).map((grammar) => grammar.scopeName),
    loadGrammar: async (scopeName: string) => {
      const file = own.find((grammar) => grammar.scopeName === scopeName)?.path ?? GRAMMARS[scopeName];
      return file === undefined
        ? null
        : parseRawGrammar(fs.readFileSync(path.resolve(extension, file), 'utf8'), file);
    },
  });
}

function contributions(): readonly Contribution[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
  return manifest.contributes.grammars;
}
