/**
 * Words for errors that quote the source: "obj.foo is not a function", "x is not iterable".
 * V8: RenderCallSite, UpdateErrorTemplate, ThrowLoadFromNullOrUndefined in src/execution/messages.cc.
 */
import { printCallSite } from '../parsing/call-printer.ts';
import type { PrintedCallSite } from '../parsing/call-printer-parts.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { keyToDisplay, type PropertyKey, type Value } from '../objects/value.ts';
import { defaultCallSite } from './default-call-site.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';
import { formatMessage, type MessageTemplate } from './message-templates.ts';
import { framePosition } from './stack-trace.ts';

/** The words for a call of what is no function. */
export function notCallableMessage(isolate: Isolate, callee: Value, receiver?: Value): string {
  const site = siteOf(isSpreading(isolate) ? sourceFrame(isolate) : currentSourceFrame(isolate));
  const unsimulated = callee === undefined ? unsimulatedMessage(isolate, site?.text, receiver) : undefined;
  if (unsimulated !== undefined) return unsimulated;
  return formatMessage(iterationTemplate(site) ?? 'CalledNonCallable', [textOf(site, callee)]);
}

export function notConstructorMessage(isolate: Isolate, callee: Value): string {
  const frame = isSpreading(isolate) ? sourceFrame(isolate) : currentSourceFrame(isolate);
  const site = siteOf(frame);
  const unsimulated = callee === undefined ? unsimulatedMessage(isolate, site?.text, undefined) : undefined;
  return unsimulated ?? formatMessage('NotConstructor', [textOf(site, callee)]);
}

/** Not the program's mistake: what the expression asks for is something that the host does not have yet. */
function unsimulatedMessage(isolate: Isolate, text: string | undefined, receiver: Value): string | undefined {
  const { unsimulatedMember } = isolate.options;
  if (unsimulatedMember === undefined || text === undefined) return undefined;
  const [chain] =
    /[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\s*\??\.\s*[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u.exec(text) ?? [];
  if (chain === undefined) return undefined;
  const isWhole = !/[.\])]\s*$/.test(text.slice(0, text.length - chain.length));
  const names = chain.split(/\s*\??\.\s*/);
  const what = unsimulatedMember(isolate, isWhole ? names : ['', ...names], receiver);
  return what === undefined ? undefined : formatMessage('NotSimulated', [what]);
}

/** Whether a list is being made of what is spread, which quotes the expression that it is spread into. */
export function isSpreading(isolate: Isolate): boolean {
  const active = isolate.currentFrame?.closure;
  return spreadOperations.some((name) => active === isolate.internalFunction(name));
}

const spreadOperations = ['CallWithSpread', 'ConstructWithSpread', 'ArrayFromIterable'] as const;

export function notIterableMessage(isolate: Isolate, value: Value): string {
  const active = isolate.currentFrame?.closure;
  if (
    active === isolate.internalFunction('CallWithSpread') ||
    active === isolate.internalFunction('ConstructWithSpread')
  ) {
    const caller = sourceFrame(isolate);
    locate(isolate, caller, siteOf(caller, true)?.spreadPosition);
    return formatMessage('SpreadIteratorSymbolNonCallable', []);
  }
  const site = siteOf(sourceFrame(isolate));
  const template = iterationTemplate(site);
  if (template !== undefined) return formatMessage(template, [textOf(site, value)]);
  return formatMessage('NotIterableNoSymbolLoad', [textOf(site, value), 'Symbol(Symbol.iterator)']);
}

/** undefined or null spread into a call. V8: ThrowSpreadArgError. */
export function spreadArgumentMessage(isolate: Isolate, value: Value): string {
  const frame = currentSourceFrame(isolate);
  const site = siteOf(frame, true);
  locate(isolate, frame, site?.spreadPosition);
  return formatMessage('NotIterableNoSymbolLoad', [textOf(site, value), String(value)]);
}

/** The message is about a part of what the frame executes. V8: the MessageLocation that is handed to Isolate::ThrowAt. */
function locate(isolate: Isolate, frame: Frame | undefined, offset: number | undefined): void {
  if (frame === undefined || offset === undefined) return;
  isolate.messageLocation = { script: frame.shared.script, start: offset, end: offset + 1 };
}

/** A property of undefined or null was read; `key` is undefined where a pattern only looks whether it can be taken apart. */
export function nullishLoadMessage(isolate: Isolate, value: Value, key: PropertyKey | undefined): string {
  const frame = currentSourceFrame(isolate);
  const site = siteOf(frame);
  const shown = String(value);
  if (site?.destructuring !== undefined) {
    locate(isolate, frame, site.destructuring.offset);
    const name = key === undefined ? site.destructuring.key : keyToDisplay(key);
    const text = textOf(site, value);
    return name === undefined
      ? formatMessage('NonCoercible', [text, shown])
      : formatMessage('NonCoercibleWithProperty', [name, text, shown]);
  }
  if (key === undefined) return formatMessage('NonObjectPropertyLoad', [shown]);
  if (key === isolate.symbols.iterator) return notIterableMessage(isolate, value);
  const unsimulated =
    value === undefined && frame !== undefined ? unsimulatedMessage(isolate, textBefore(frame), undefined) : undefined;
  if (unsimulated !== undefined) return unsimulated;
  return formatMessage('NonObjectPropertyLoadWithProperty', [shown, keyToDisplay(key)]);
}

/** The expression whose property is read. */
function textBefore(frame: Frame): string | undefined {
  const { source, kind } = frame.shared.script;
  const position = framePosition(frame);
  return kind === 'builtin' ? undefined : source.slice(Math.max(0, position - 200), position).replace(/\s*\.?\s*$/, '');
}

function siteOf(frame: Frame | undefined, isErrorInSpreadArgument = false): PrintedCallSite | undefined {
  if (frame === undefined || frame.shared.script.kind === 'builtin') return undefined;
  const { shared } = frame;
  return printCallSite(shared.script.source, shared.literal, framePosition(frame), isErrorInSpreadArgument);
}

function textOf(site: PrintedCallSite | undefined, value: Value): string {
  return site === undefined || site.text === '' ? defaultCallSite(value) : site.text;
}

function iterationTemplate(site: PrintedCallSite | undefined): MessageTemplate | undefined {
  if (site?.isIteration) return site.isCall ? 'NotCallableOrIterable' : 'NotIterable';
  if (site?.isAsyncIteration) return site.isCall ? 'NotCallableOrAsyncIterable' : 'NotAsyncIterable';
  return undefined;
}

/** The frame that runs, unless a native builtin is at work that V8 gives a frame of its own. */
export function currentSourceFrame(isolate: Isolate): Frame | undefined {
  const frame = isolate.currentFrame;
  const native = frame?.native?.internal;
  return native instanceof FunctionData && native.data !== 'hidden' ? undefined : frame;
}

/** The frame whose source is quoted: operations of the engine itself speak for their caller. */
function sourceFrame(isolate: Isolate): Frame | undefined {
  return isolate
    .frames()
    .findLast((frame) => frame.shared.script.kind !== 'builtin' || frame.shared.script.name !== '');
}
