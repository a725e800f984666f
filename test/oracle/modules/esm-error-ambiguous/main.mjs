console.log('never printed');
import { both } from './lib.mjs';
