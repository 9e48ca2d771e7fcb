import { Composer, Lexer, LineCounter, Parser, type YAMLError, type YAMLWarning } from 'yaml';
import type { Rule, SyntaxKind } from './problems.ts';
import { MAX_DEPTH, MAX_VALUES, type Offsets, type Tree, TreeBuilder } from './tree.ts';

export type PlacedRule = { readonly rule: Rule; readonly line: number; readonly column: number };

export type YamlFile =
  | {
      readonly ok: true;
      readonly tree: Tree;
      readonly offsets: ReadonlyMap<string, Offsets>;
      readonly lines: LineCounter;
    }
  | { readonly ok: false; readonly found: readonly PlacedRule[] };

/** One slip makes many errors after it: the first ones tell. */
const MAX_SYNTAX_PROBLEMS = 20;

const SYNTAX_KINDS: Readonly<Record<string, SyntaxKind>> = {
  BAD_INDENT: 'INDENTATION',
  MULTILINE_IMPLICIT_KEY: 'INDENTATION',
  BLOCK_AS_IMPLICIT_KEY: 'INDENTATION',
  BLOCK_IN_FLOW: 'INDENTATION',
  TAB_AS_INDENT: 'TAB',
  BAD_DQ_ESCAPE: 'QUOTES',
  BAD_SCALAR_START: 'QUOTES',
  MISSING_CHAR: 'MISSING_CHARACTER',
  ALIAS_PROPS: 'ANCHOR',
  BAD_ALIAS: 'ANCHOR',
  MULTIPLE_ANCHORS: 'ANCHOR',
  BAD_PROP_ORDER: 'ANCHOR',
  MULTIPLE_TAGS: 'TAG',
  TAG_RESOLVE_FAILED: 'TAG',
  BAD_COLLECTION_TYPE: 'TAG',
};

/** One YAML 1.2 document as plain values with their places; or all that its syntax has wrong. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const place = (rule: Rule, offset: number): PlacedRule => {
    const { line, col } = lines.linePos(offset);
    return { rule, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = tokensOf(text, lines);
  if (!Array.isArray(tokens)) return { ok: false, found: [place(tokens.rule, tokens.offset)] };

  // Unique keys are checked by the tree: the composer's own check takes quadratic time.
  const composer = new Composer({ schema: 'core', uniqueKeys: false, logLevel: 'silent' });
  const documents = [...composer.compose(tokens, true, text.length)];
  const [document] = documents;
  if (document === undefined) return { ok: false, found: [place({ code: 'EMPTY_FILE' }, 0)] };
  const second = documents[1];
  if (second !== undefined) {
    return { ok: false, found: [place({ code: 'MULTIPLE_DOCUMENTS' }, second.range[0])] };
  }
  const errors: (YAMLError | YAMLWarning)[] = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    const found = errors
      .slice(0, MAX_SYNTAX_PROBLEMS)
      .map(({ code, pos }) => place({ code: 'YAML_SYNTAX', kind: SYNTAX_KINDS[code] ?? 'OTHER' }, pos[0]));
    return { ok: false, found };
  }
  if (document.contents === null) return { ok: false, found: [place({ code: 'EMPTY_FILE' }, 0)] };
  const builder = new TreeBuilder(lines);
  const tree = builder.build(document.contents);
  if (builder.faults.length > 0) {
    return { ok: false, found: builder.faults.map(({ rule, offset }) => place(rule, offset)) };
  }
  return { ok: true, tree, offsets: builder.offsets, lines };
}

/**
 * Tokens of the whole text, given up as soon as it nests too deep. The composer calls itself once a level, and
 * an exhausted stack is not only an error that could be caught: while V8 compiles a regular expression on it,
 * it ends the process.
 */
function tokensOf(text: string, lines: LineCounter) {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    lexemes += 1;
    if (parser.stack.length > MAX_DEPTH) {
      return { rule: { code: 'TOO_DEEP', limit: MAX_DEPTH } as const, offset: parser.offset };
    }
    if (lexemes > MAX_VALUES * 5) {
      return { rule: { code: 'TOO_MANY_VALUES', limit: MAX_VALUES } as const, offset: parser.offset };
    }
  }
  tokens.push(...parser.end());
  return tokens;
}
