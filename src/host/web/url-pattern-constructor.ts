/** Where in a pattern's text each component stands. URL Pattern Standard: 1.6 Constructor string parsing. */
import type { ComponentName, PatternInit } from './url-pattern.ts';
import { type Token, tokenize } from './url-pattern-tokens.ts';

type State = 'init' | 'authority' | 'done' | ComponentName;

const beforeHost: readonly State[] = ['protocol', 'authority', 'username', 'password'];
const beforePath: readonly State[] = [...beforeHost, 'hostname', 'port'];
const beforeSearch: readonly State[] = [...beforePath, 'pathname'];

export class ConstructorText {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly isSpecial: (protocol: string) => boolean;
  private readonly result: PatternInit = {};
  private start = 0;
  private index = 0;
  private increment = 1;
  private groups = 0;
  private brackets = 0;
  private hasSpecialScheme = false;
  private state: State = 'init';

  constructor(text: string, isSpecial: (protocol: string) => boolean) {
    this.text = text;
    this.tokens = tokenize(text, true);
    this.isSpecial = isSpecial;
  }

  parse(): PatternInit {
    while (this.index < this.tokens.length) {
      this.increment = 1;
      const { type } = this.tokens[this.index]!;
      if (type === 'end') {
        if (this.state === 'init') {
          this.rewind();
          if (this.is('#')) this.change('hash', 1);
          else if (this.isSearchPrefix()) this.change('search', 1);
          else this.change('pathname', 0);
        } else if (this.state === 'authority') this.rewind('hostname');
        else {
          this.change('done', 0);
          break;
        }
      } else if (type === 'open') this.groups++;
      else if (this.groups > 0) {
        if (type === 'close') this.groups--;
      } else this.step();
      this.index += this.increment;
    }
    if (this.result.hostname !== undefined && this.result.port === undefined) this.result.port = '';
    return this.result;
  }

  private step(): void {
    switch (this.state) {
      case 'init':
        if (this.is(':')) this.rewind('protocol');
        return;
      case 'protocol': {
        if (!this.is(':')) return;
        this.hasSpecialScheme = this.isSpecial(this.component());
        if (this.is('/', 1) && this.is('/', 2)) this.change('authority', 3);
        else this.change(this.hasSpecialScheme ? 'authority' : 'pathname', 1);
        return;
      }
      case 'authority':
        if (this.is('@')) this.rewind('username');
        else if (this.is('/') || this.isSearchPrefix() || this.is('#')) this.rewind('hostname');
        return;
      case 'username':
        if (this.is(':')) this.change('password', 1);
        else if (this.is('@')) this.change('hostname', 1);
        return;
      case 'password':
        if (this.is('@')) this.change('hostname', 1);
        return;
      case 'hostname':
        if (this.is('[')) this.brackets++;
        else if (this.is(']')) this.brackets--;
        else if (this.is(':') && this.brackets === 0) this.change('port', 1);
        else this.leave('pathname');
        return;
      case 'port':
        return this.leave('pathname');
      case 'pathname':
        return this.leave('search');
      case 'search':
        return this.leave('hash');
    }
  }

  /** To the component that begins here, if one does: `first`, or one behind it. */
  private leave(first: 'pathname' | 'search' | 'hash'): void {
    if (first === 'pathname' && this.is('/')) this.change('pathname', 0);
    else if (first !== 'hash' && this.isSearchPrefix()) this.change('search', 1);
    else if (this.is('#')) this.change('hash', 1);
  }

  private change(state: State, skip: number): void {
    const { state: old, result } = this;
    if (old !== 'init' && old !== 'authority' && old !== 'done') result[old] = this.component();
    if (old !== 'init' && state !== 'done') {
      const isBehindHost = state === 'port' || state === 'pathname' || state === 'search' || state === 'hash';
      if (beforeHost.includes(old) && isBehindHost) result.hostname ??= '';
      const isBehindPath = state === 'search' || state === 'hash';
      if (beforePath.includes(old) && isBehindPath) result.pathname ??= this.hasSpecialScheme ? '/' : '';
      if (beforeSearch.includes(old) && state === 'hash') result.search ??= '';
    }
    this.state = state;
    this.index += skip;
    this.start = this.index;
    this.increment = 0;
  }

  private rewind(state: State = this.state): void {
    this.index = this.start;
    this.increment = 0;
    this.state = state;
  }

  private token(index: number): Token {
    return this.tokens[index] ?? this.tokens.at(-1)!;
  }

  /** A character that is no part of the pattern's own syntax. */
  private is(character: string, ahead = 0): boolean {
    const { type, value } = this.token(this.index + ahead);
    return value === character && (type === 'char' || type === 'escapedChar' || type === 'invalidChar');
  }

  /** A question mark behind what it could modify is a modifier. */
  private isSearchPrefix(): boolean {
    if (this.is('?')) return true;
    if (this.token(this.index).value !== '?') return false;
    if (this.index === 0) return true;
    const { type } = this.token(this.index - 1);
    return type !== 'name' && type !== 'regexp' && type !== 'close' && type !== 'asterisk';
  }

  private component(): string {
    return this.text.slice(this.token(this.start).index, this.token(this.index).index);
  }
}
