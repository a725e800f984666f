// A small language: its tokens, its syntax tree, its evaluation. Many short functions, strings and small objects.
'use strict';
const rounds = 10;

function tokenize(text) {
  const tokens = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === ' ') {
      at++;
    } else if (character >= '0' && character <= '9') {
      let end = at;
      while (end < text.length && text[end] >= '0' && text[end] <= '9') end++;
      tokens.push({ type: 'number', value: Number(text.slice(at, end)) });
      at = end;
    } else if (character >= 'a' && character <= 'z') {
      let end = at;
      while (end < text.length && text[end] >= 'a' && text[end] <= 'z') end++;
      tokens.push({ type: 'name', value: text.slice(at, end) });
      at = end;
    } else {
      tokens.push({ type: character, value: character });
      at++;
    }
  }
  tokens.push({ type: 'end', value: '' });
  return tokens;
}

class Parser {
  constructor(tokens) {
    this.tokens = tokens;
    this.at = 0;
  }

  peek() {
    return this.tokens[this.at].type;
  }

  take(type) {
    const token = this.tokens[this.at];
    if (token.type !== type) throw new SyntaxError(`expected ${type}, not ${token.type}`);
    this.at++;
    return token.value;
  }

  parseSum() {
    let left = this.parseProduct();
    while (this.peek() === '+' || this.peek() === '-') {
      const operator = this.take(this.peek());
      left = { kind: 'binary', operator, left, right: this.parseProduct() };
    }
    return left;
  }

  parseProduct() {
    let left = this.parseAtom();
    while (this.peek() === '*' || this.peek() === '%') {
      const operator = this.take(this.peek());
      left = { kind: 'binary', operator, left, right: this.parseAtom() };
    }
    return left;
  }

  parseAtom() {
    switch (this.peek()) {
      case 'number':
        return { kind: 'number', value: this.take('number') };
      case 'name':
        return { kind: 'name', name: this.take('name') };
      case '(': {
        this.take('(');
        const inner = this.parseSum();
        this.take(')');
        return inner;
      }
      default:
        throw new SyntaxError(`unexpected ${this.peek()}`);
    }
  }
}

const operators = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '%': (left, right) => left % right,
};

function evaluate(node, scope) {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'name':
      if (!scope.has(node.name)) throw new ReferenceError(`${node.name} is not known`);
      return scope.get(node.name);
    default:
      return operators[node.operator](evaluate(node.left, scope), evaluate(node.right, scope));
  }
}

const lines = [
  '1 + 2 * (3 + four) - 18 % 5',
  '(width + height) * 2 - (width - 1) * (height - 1)',
  'width * height * depth + 12 * (7 - 3) * (100 % seven)',
  'width + (',
  'unknown * 2',
];
const scope = new Map(Object.entries({ four: 4, width: 12, height: 7, depth: 3, seven: 7 }));
let sum = 0;
let errors = 0;
for (let round = 0; round < rounds; round++) {
  scope.set('width', round);
  for (const line of lines) {
    try {
      sum = (sum + evaluate(new Parser(tokenize(line)).parseSum(), scope)) % 1_000_003;
    } catch (error) {
      errors++;
    }
  }
}
console.log(sum, errors);
