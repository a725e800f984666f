/** Numbers in a Buffer: read and write of each size in both byte orders. Node: lib/internal/buffer.js. */
export const bufferNumbersSource = String.raw`function (require, global) {
  const { Object, Math } = global;
  const { validateNumber, rangeError } = require('internal/validators');
  return function (prototype, outOfBounds) {
    const indexError = () => %NewBindingError('ERR_OUT_OF_RANGE', 'Index out of range', 'RangeError');
    /** Node: ParseArrayIndex. */
    function indexOf(value, otherwise) {
      if (value === undefined) return otherwise;
      const index = Math.trunc(+value) || 0;
      if (index < 0) throw indexError();
      return index;
    }
    const encodings = ['ascii', 'base64', 'base64url', 'latin1', 'hex', 'ucs2', 'utf8'];
    for (let i = 0; i < encodings.length; i++) {
      const name = encodings[i];
      const wanted = require('internal/encodings').encodingOf(name);
      prototype[name + 'Slice'] = function (start, end) {
        const from = indexOf(start, 0);
        if (from > this.length) return '';
        const to = Math.max(from, indexOf(end, this.length));
        if (to > this.length) throw indexError();
        return %ReadString(this, from, to, wanted);
      };
      const isChecked = name === 'ascii' || name === 'latin1' || name === 'utf8';
      prototype[name + 'Write'] = function (text, offset = 0, length = isChecked ? this.byteLength - offset : undefined) {
        if (isChecked && offset < 0 || isChecked && offset > this.byteLength) throw outOfBounds('offset');
        if (isChecked && length < 0 || isChecked && length > this.byteLength - offset) throw outOfBounds('length');
        if (typeof text !== 'string') throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'argument must be a string', 'TypeError');
        const from = indexOf(offset, 0);
        if (from > this.length) throw %NewBindingError('ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds', 'RangeError');
        return %WriteString(this, text, from, Math.min(indexOf(length, this.length - from), this.length - from), wanted);
      };
    }
    function throwBounds(value, length, name) {
      if (Math.floor(value) !== value) {
        validateNumber(value, name);
        %ThrowOutOfRange(name || 'offset', 'an integer', value);
      }
      if (length < 0) throw outOfBounds();
      %ThrowOutOfRange(name || 'offset', '>= ' + (name ? 1 : 0) + ' and <= ' + length, value);
    }
    function checkBounds(buffer, offset, bytes) {
      validateNumber(offset, 'offset');
      if (buffer[offset] === undefined || buffer[offset + bytes - 1] === undefined) throwBounds(offset, buffer.length - bytes);
    }
    function checkValue(value, min, max, bytes) {
      if (!(value > max || value < min)) return;
      const n = typeof min === 'bigint' ? 'n' : '';
      let range = '>= ' + min + n + ' and <= ' + max + n;
      if (bytes > 4) {
        if (min == 0) range = '>= 0' + n + ' and < 2' + n + ' ** ' + bytes * 8 + n;
        else range = '>= -(2' + n + ' ** ' + (bytes * 8 - 1) + n + ') and < 2' + n + ' ** ' + (bytes * 8 - 1) + n;
      }
      %ThrowOutOfRange('value', range, value);
    }
    function define(names, fn) {
      Object.defineProperty(fn, 'name', { value: names[0] });
      for (let i = 0; i < names.length; i++) prototype[names[i]] = fn;
    }
    const both = (name) => (name.includes('UInt') ? [name, name.replace('UInt', 'Uint')] : [name]);
    function fixed(name, type, bytes, min, max) {
      const orders = bytes === 1 ? [['', true]] : [['LE', true], ['BE', false]];
      for (let i = 0; i < orders.length; i++) {
        const [suffix, isLittle] = orders[i];
        define(both('read' + name + suffix), function (offset = 0) {
          checkBounds(this, offset, bytes);
          return %ReadNumber(this, offset, type, isLittle);
        });
        define(both('write' + name + suffix), function (value, offset = 0) {
          if (typeof min !== 'bigint') value = +value;
          if (bytes === 1) validateNumber(offset, 'offset');
          if (min !== undefined) checkValue(value, min, max, bytes);
          checkBounds(this, offset, bytes);
          if (typeof min === 'bigint') value & 0n;
          %WriteNumber(this, offset, type, isLittle, value);
          return offset + bytes;
        });
      }
    }
    fixed('BigUInt64', 'BigUint64', 8, 0n, 0xffffffffffffffffn);
    fixed('BigInt64', 'BigInt64', 8, -0x8000000000000000n, 0x7fffffffffffffffn);
    fixed('UInt8', 'Uint8', 1, 0, 255);
    fixed('UInt16', 'Uint16', 2, 0, 65535);
    fixed('UInt32', 'Uint32', 4, 0, 4294967295);
    fixed('Int8', 'Int8', 1, -128, 127);
    fixed('Int16', 'Int16', 2, -32768, 32767);
    fixed('Int32', 'Int32', 4, -2147483648, 2147483647);
    fixed('Float', 'Float32', 4, undefined, undefined);
    fixed('Double', 'Float64', 8, undefined, undefined);

    function checkLength(length) {
      if (length === undefined) %ThrowInvalidType('byteLength', 'of type number', length);
      if (!(length >= 1 && length <= 6 && Math.floor(length) === length)) throwBounds(length, 6, 'byteLength');
    }
    function ofLength(name, isSigned, isLittle) {
      define(both('read' + name), function (offset, byteLength) {
        if (offset === undefined) %ThrowInvalidType('offset', 'of type number', offset);
        checkLength(byteLength);
        checkBounds(this, offset, byteLength);
        let value = 0;
        for (let i = 0; i < byteLength; i++) value = value * 256 + this[isLittle ? offset + byteLength - 1 - i : offset + i];
        return isSigned && value >= 2 ** (8 * byteLength - 1) ? value - 2 ** (8 * byteLength) : value;
      });
      define(both('write' + name), function (value, offset, byteLength) {
        checkLength(byteLength);
        value = +value;
        const most = 2 ** (8 * byteLength - (isSigned ? 1 : 0));
        checkValue(value, isSigned ? -most : 0, most - 1, byteLength);
        checkBounds(this, offset, byteLength);
        let left = value < 0 ? value + 2 ** (8 * byteLength) : value;
        for (let i = 0; i < byteLength; i++) {
          this[isLittle ? offset + i : offset + byteLength - 1 - i] = left % 256;
          left = Math.floor(left / 256);
        }
        return offset + byteLength;
      });
    }
    ofLength('UIntLE', false, true);
    ofLength('UIntBE', false, false);
    ofLength('IntLE', true, true);
    ofLength('IntBE', true, false);
  };
}`;
