const { Transform, Readable, pipeline } = require('stream');
const { StringDecoder } = require('string_decoder');
class Lines extends Transform {
  #rest = '';
  #decoder = new StringDecoder('utf8');
  constructor() { super({ readableObjectMode: true }); }
  _transform(chunk, encoding, callback) {
    const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
    this.#rest = lines.pop();
    for (const line of lines) this.push(line);
    callback();
  }
  _flush(callback) { if (this.#rest) this.push(this.#rest); callback(); }
}
class Csv extends Transform {
  #header;
  constructor() { super({ objectMode: true }); }
  _transform(line, encoding, callback) {
    const cells = line.split(',');
    if (this.#header === undefined) this.#header = cells;
    else if (cells.length !== this.#header.length) return callback(new RangeError(`expected ${this.#header.length} cells: ${line}`));
    else this.push(Object.fromEntries(cells.map((cell, index) => [this.#header[index], cell])));
    callback();
  }
}
const bytes = Buffer.from('name,city\nÄnne,Köln\nBob,Paris\n€uro,');
const chunks = [];
for (let at = 0; at < bytes.length; at += 4) chunks.push(bytes.subarray(at, at + 4));
const rows = [];
pipeline(Readable.from(chunks), new Lines(), new Csv(), async (source) => { for await (const row of source) rows.push(row); }, (error) => {
  console.log('done', error, rows);
  pipeline(Readable.from(['a,b\n1,2\n3\n4,5']), new Lines(), new Csv(), async (source) => { for await (const row of source) console.log(row); }, (failure) => console.log(failure.name, failure.message));
});
