// A formatter of a million characters formats itself a line.
import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import { format } from 'prettier/standalone';

const source = 'const a={b:1,c:[1,2,3].map(x=>x*2)};if(a){foo( )}else bar(function(){return 1})';
console.log(await format(source, { parser: 'babel', plugins: [babel, estree.default ?? estree] }));
