console.log('never printed');
import { nothing } from './lib.mjs';
