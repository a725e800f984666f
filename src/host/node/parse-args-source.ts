/** util.parseArgs. Node: lib/internal/util/parse_args/parse_args.js. */
export const parseArgsSource = String.raw`function (require, global) {
  const { Object, JSON, Array } = global;
  const { typeError, throwInvalidValue, validateArray, validateObject } = require('internal/validators');
  const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);
  const ofOption = (options, name, key) => (Object.hasOwn(options, name) ? own(options[name], key) : undefined);
  function longNameOf(short, options) {
    const names = Object.keys(options);
    for (let i = 0; i < names.length; i++) if (own(options[names[i]], 'short') === short) return names[i];
    return short;
  }
  function validateEach(value, name, validate) {
    validateArray(value, name);
    for (let i = 0; i < value.length; i++) validate(value[i], name + '[' + i + ']');
  }
  function checkOptions(options) {
    const names = Object.keys(options);
    for (let i = 0; i < names.length; i++) {
      const name = 'options.' + names[i];
      const option = options[names[i]];
      validateObject(option, name);
      const type = own(option, 'type');
      if (type !== 'string' && type !== 'boolean') %ThrowInvalidType(name + '.type', "one of type ['string', 'boolean']".slice(0, 0) + "('string|boolean')", type);
      if (Object.hasOwn(option, 'short')) {
        %ValidateString(option.short, name + '.short');
        if (option.short.length !== 1) throwInvalidValue(name + '.short', option.short, 'must be a single character');
      }
      const isMultiple = own(option, 'multiple');
      if (Object.hasOwn(option, 'multiple')) %ValidateBoolean(isMultiple, name + '.multiple');
      const value = own(option, 'default');
      if (value === undefined) continue;
      const validate = type === 'string' ? (given, where) => %ValidateString(given, where) : (given, where) => %ValidateBoolean(given, where);
      if (isMultiple) validateEach(value, name + '.default', validate);
      else validate(value, name + '.default');
    }
  }
  /** Each word as what it is; groups of short options become one word each. */
  function tokensOf(args, options) {
    const tokens = [];
    const left = args.slice();
    let index = -1;
    let grouped = 0;
    const takesText = (name) => ofOption(options, name, 'type') === 'string';
    const pushOption = (name, rawName) => {
      let value;
      let inlineValue;
      if (takesText(name) && left[0] !== undefined && left[0] !== null) {
        value = left.shift();
        inlineValue = false;
      }
      tokens.push({ kind: 'option', name, rawName, index, value, inlineValue });
      if (value !== undefined && value !== null) ++index;
    };
    while (left.length > 0) {
      const word = left.shift();
      if (grouped > 0) grouped--;
      else index++;
      if (word === '--') {
        tokens.push({ kind: 'option-terminator', index });
        for (let i = 0; i < left.length; i++) tokens.push({ kind: 'positional', index: ++index, value: left[i] });
        break;
      }
      const isShort = word.length >= 2 && word[0] === '-' && word[1] !== '-';
      if (isShort && word.length === 2) {
        pushOption(longNameOf(word[1], options), word);
        continue;
      }
      if (isShort) {
        const first = longNameOf(word[1], options);
        if (takesText(first)) {
          tokens.push({ kind: 'option', name: first, rawName: '-' + word[1], index, value: word.slice(2), inlineValue: true });
          continue;
        }
        const words = [];
        for (let at = 1; at < word.length; at++) {
          if (takesText(longNameOf(word[at], options)) && at < word.length - 1) {
            words.push('-' + word.slice(at));
            break;
          }
          words.push('-' + word[at]);
        }
        left.unshift(...words);
        grouped = words.length;
        continue;
      }
      if (word.length > 2 && word.startsWith('--')) {
        const equals = word.indexOf('=', 3);
        if (equals < 0) pushOption(word.slice(2), word);
        else {
          const at = word.indexOf('=');
          const name = word.slice(2, at);
          tokens.push({ kind: 'option', name, rawName: '--' + name, index, value: word.slice(at + 1), inlineValue: true });
        }
        continue;
      }
      tokens.push({ kind: 'positional', index, value: word });
    }
    return tokens;
  }
  function checkToken({ options, allowNegative, allowPositionals }, token) {
    let { name } = token;
    const isNegated = allowNegative && !Object.hasOwn(options, name) && name.startsWith('no-') && ofOption(options, name.slice(3), 'type') === 'boolean';
    if (isNegated) name = name.slice(3);
    else if (!Object.hasOwn(options, name)) {
      const hint = allowPositionals
        ? ". To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- " + JSON.stringify(token.rawName)
        : '';
      throw typeError('ERR_PARSE_ARGS_UNKNOWN_OPTION', "Unknown option '" + token.rawName + "'" + hint);
    }
    const short = ofOption(options, name, 'short');
    const shown = (short ? '-' + short + ', ' : '') + '--' + name;
    const type = ofOption(options, name, 'type');
    const refuse = (text) => { throw typeError('ERR_PARSE_ARGS_INVALID_OPTION_VALUE', text); };
    if (type === 'string' && typeof token.value !== 'string') refuse("Option '" + shown + " <value>' argument missing");
    if (type === 'boolean' && token.value !== undefined && token.value !== null) refuse("Option '" + shown + "' does not take an argument");
    if (!token.inlineValue && token.value !== undefined && token.value !== null && token.value.length > 1 && token.value[0] === '-') {
      const example = token.rawName.startsWith('--') ? "'" + token.rawName + "=-XYZ'" : "'--" + token.name + "=-XYZ' or '" + token.rawName + "-XYZ'";
      refuse("Option '" + token.rawName + "' argument is ambiguous.\nDid you forget to specify the option argument for '" + token.rawName + "'?\nTo specify an option argument starting with a dash use " + example + '.');
    }
  }
  function store(token, options, values, allowNegative) {
    let { name, value } = token;
    if (name === '__proto__') return;
    if (allowNegative && name.startsWith('no-') && value === undefined) {
      name = name.slice(3);
      token.name = name;
      value = false;
    }
    value ??= true;
    if (!ofOption(options, name, 'multiple')) values[name] = value;
    else if (values[name]) values[name].push(value);
    else values[name] = [value];
  }
  function parseArgs(config = {}) {
    const args = own(config, 'args') ?? require('process').argv.slice(2);
    const strict = own(config, 'strict') ?? true;
    const allowPositionals = own(config, 'allowPositionals') ?? !strict;
    const returnTokens = own(config, 'tokens') ?? false;
    const allowNegative = own(config, 'allowNegative') ?? false;
    const options = own(config, 'options') ?? { __proto__: null };
    validateArray(args, 'args');
    %ValidateBoolean(strict, 'strict');
    %ValidateBoolean(allowPositionals, 'allowPositionals');
    %ValidateBoolean(returnTokens, 'tokens');
    %ValidateBoolean(allowNegative, 'allowNegative');
    validateObject(options, 'options');
    checkOptions(options);
    const tokens = tokensOf(args, options);
    const result = { values: { __proto__: null }, positionals: [] };
    if (returnTokens) result.tokens = tokens;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token.kind === 'option') {
        if (strict) checkToken({ options, allowNegative, allowPositionals }, token);
        store(token, options, result.values, allowNegative);
      } else if (token.kind === 'positional') {
        if (!allowPositionals)
          throw typeError('ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', "Unexpected argument '" + token.value + "'. This command does not take positional arguments");
        result.positionals.push(token.value);
      }
    }
    const names = Object.keys(options);
    for (let i = 0; i < names.length; i++) {
      const value = own(options[names[i]], 'default');
      if (value !== undefined && result.values[names[i]] === undefined && names[i] !== '__proto__') result.values[names[i]] = value;
    }
    return result;
  }
  return { parseArgs };
}`;
