/** The tokens of a source as plain data, for showing the first stage of the pipeline. V8: src/parsing/token.h, scanner.h. */
import * as acorn from 'acorn';
import { newParser } from './dialects.ts';
import { acornOptions } from './parser.ts';
import type { SourceLanguage } from './source-language.ts';

export type TokenKind =
  'identifier' | 'keyword' | 'punctuator' | 'number' | 'string' | 'template' | 'regularExpression' | 'privateName';

export interface SourceToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** Up to the first thing that is no token; the parser says what is wrong with it. */
export function tokenize(source: string, language: SourceLanguage = 'javascript'): readonly SourceToken[] {
  const tokens: SourceToken[] = [];
  try {
    // Parsing drives the tokenizer, because only the parser knows whether `/` divides.
    const onToken = ({ type, start, end }: acorn.Token): void => {
      if (type !== acorn.tokTypes.eof) tokens.push({ kind: tokenKind(type), start, end });
    };
    newParser(source, { ...acornOptions({ goal: 'function' }), onToken }, { language }).parse();
  } catch {
    return tokens;
  }
  return tokens;
}

function tokenKind(type: acorn.TokenType): TokenKind {
  const { tokTypes } = acorn;
  if (type.keyword !== undefined) return 'keyword';
  switch (type) {
    case tokTypes.name:
      return 'identifier';
    case tokTypes.num:
      return 'number';
    case tokTypes.string:
      return 'string';
    case tokTypes.template:
    case tokTypes.invalidTemplate:
      return 'template';
    case tokTypes.regexp:
      return 'regularExpression';
    case tokTypes.privateId:
      return 'privateName';
    default:
      return 'punctuator';
  }
}
