/**
 * What util.inspect has of settings, made when it is first asked for: the engine reads `colors` and `styles` for coloured text.
 * Node: lib/internal/util/inspect.js.
 */
import {
  AccessorPair,
  addOwn,
  Attribute,
  defineLazy,
  JSObject,
  lookupData,
  type NativeCode,
  normalizeObject,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';

export function installInspectSettings(host: Host): void {
  const { isolate, surroundings } = host;
  const { realm } = isolate;
  const inspect = realm.intrinsic('util.inspect');
  const setting = (name: string): Value => lookupData(requireModule(host, 'internal/inspect/settings'), name);
  normalizeObject(inspect, 'Settings');
  const options = (): Value => {
    const made = surroundings.make(() => setting('defaultOptions'));
    realm.intrinsics.set('util.inspect.defaultOptions', made as JSObject);
    return made;
  };
  const get: NativeCode = () => options();
  const set: NativeCode = (_isolate, _receiver, [given]) => {
    options();
    return isolate.tailCall(setting('setDefaultOptions'), undefined, [given]);
  };
  const pair = new AccessorPair(realm.newNative('get', 0, get), realm.newNative('set', 1, set));
  addOwn(inspect, 'defaultOptions', pair, Attribute.none, true);
  for (const name of ['colors', 'styles'])
    defineLazy(inspect, name, Attribute.all, () => surroundings.make(() => setting(name)));
}

export const inspectSettingsSource = String.raw`function (require, global) {
  const { Object } = global;
  const codes = 'reset 0 0,bold 1 22,dim 2 22,italic 3 23,underline 4 24,blink 5 25,inverse 7 27,hidden 8 28,strikethrough 9 29,doubleunderline 21 24,black 30 39,red 31 39,green 32 39,yellow 33 39,blue 34 39,magenta 35 39,cyan 36 39,white 37 39,bgBlack 40 49,bgRed 41 49,bgGreen 42 49,bgYellow 43 49,bgBlue 44 49,bgMagenta 45 49,bgCyan 46 49,bgWhite 47 49,framed 51 54,overlined 53 55,gray 90 39,redBright 91 39,greenBright 92 39,yellowBright 93 39,blueBright 94 39,magentaBright 95 39,cyanBright 96 39,whiteBright 97 39,bgGray 100 49,bgRedBright 101 49,bgGreenBright 102 49,bgYellowBright 103 49,bgBlueBright 104 49,bgMagentaBright 105 49,bgCyanBright 106 49,bgWhiteBright 107 49'.split(',');
  const colors = { __proto__: null };
  for (let i = 0; i < codes.length; i++) {
    const [name, open, close] = codes[i].split(' ');
    colors[name] = [+open, +close];
  }
  const aliases = 'gray grey,gray blackBright,bgGray bgGrey,bgGray bgBlackBright,dim faint,strikethrough crossedout,strikethrough strikeThrough,strikethrough crossedOut,hidden conceal,inverse swapColors,inverse swapcolors,doubleunderline doubleUnderline'.split(',');
  for (let i = 0; i < aliases.length; i++) {
    const [target, alias] = aliases[i].split(' ');
    Object.defineProperty(colors, alias, { get() { return this[target]; }, set(value) { this[target] = value; }, configurable: true, enumerable: false });
  }
  const styles = { __proto__: null, special: 'cyan', number: 'yellow', bigint: 'yellow', boolean: 'yellow', undefined: 'grey', null: 'bold', string: 'green', symbol: 'green', date: 'magenta', regexp: 'red', module: 'underline' };
  const defaultOptions = Object.seal({ showHidden: false, depth: 2, colors: false, customInspect: true, showProxy: false, maxArrayLength: 100, maxStringLength: 10000, breakLength: 80, compact: 3, sorted: false, getters: false, numericSeparator: false });
  return {
    colors,
    styles,
    defaultOptions,
    setDefaultOptions(options) {
      require('internal/validators').validateObject(options, 'options');
      Object.assign(defaultOptions, options);
    },
  };
}`;
