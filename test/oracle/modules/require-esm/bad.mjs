import { none } from './plain.mjs';
