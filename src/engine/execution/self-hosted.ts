/** Builtins written in JavaScript: parsed and compiled at their first call. V8: Torque and CSA builtins. */
import type { FunctionKind } from '../parsing/function-kind.ts';
import type { Script } from '../parsing/script.ts';
import { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { FunctionLiteral } from '../parsing/ast.ts';
import { parseScriptUnit } from '../parsing/compile-unit.ts';
import { JSObject } from '../objects/js-object.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { FeedbackCell } from '../ic/feedback-cell.ts';
import type { Isolate } from './isolate.ts';

/** A function object over one function expression; `name` '' marks an operation of the engine that stack traces leave out. */
export function compileSelfHosted(isolate: Isolate, name: string, source: string): JSObject {
  const text = `"use strict";(${source.trim()}\n)`;
  const script: Script = { id: -1, name, kind: 'builtin', source: text, natives: 'selfHosted', lineOffset: 0 };
  const head = parseHead(source);
  const shared = new SharedFunctionInfo({
    name: head.name === '' ? name : head.name,
    kind: head.kind,
    isStrict: true,
    length: head.length,
    script,
    start: -1,
    end: -1,
    literal: undefined as unknown as FunctionLiteral,
  });
  shared.parseLazily = () => parseLiteral(script);
  const isConstructor = head.kind === 'normal' && source.includes('new.target');
  const kind = head.kind === 'normal' ? (isConstructor ? 'nativeConstructor' : 'native') : head.kind;
  const object = new JSObject(isolate.realm.functionHiddenClass(kind));
  const data = new FunctionData(isolate.realm);
  data.shared = shared;
  data.feedbackCell = new FeedbackCell();
  object.internal = data;
  return object;
}

/** Name, kind and length, from the text before the body: parsing waits for the first call. */
function parseHead(source: string): { name: string; kind: FunctionKind; length: number } {
  const match = /^\s*(async\s+)?function\s*(\*?)\s*([\w$]*)\s*\(([^)]*)\)/.exec(source);
  if (match === null) throw new Error(`not a function expression: ${source.slice(0, 60)}`);
  const [, isAsync, star, name, parameters] = match;
  let length = 0;
  for (const parameter of (parameters ?? '').split(',')) {
    if (parameter.trim() === '' || /=|\.\.\./.test(parameter)) break;
    length++;
  }
  const isGenerator = star === '*';
  let kind: FunctionKind = 'normal';
  if (isAsync !== undefined) kind = isGenerator ? 'asyncGenerator' : 'async';
  else if (isGenerator) kind = 'generator';
  return { name: name ?? '', kind, length };
}

function parseLiteral(script: Script): FunctionLiteral {
  const unit = parseScriptUnit(script);
  if (!unit.ok)
    throw new Error(`self-hosted ${script.name}: ${unit.error.message} at ${unit.error.line}:${unit.error.column}`);
  const statement = unit.literal.body[unit.literal.body.length - 1];
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (expression?.type !== 'FunctionExpression' || expression.literal === undefined)
    throw new Error(`self-hosted ${script.name}: no function`);
  return expression.literal;
}
