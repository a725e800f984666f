console.log('never printed');
import { nothing as other } from './lib.cjs';
