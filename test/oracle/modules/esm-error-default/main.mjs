console.log('never printed');
import lib from './lib.mjs';
