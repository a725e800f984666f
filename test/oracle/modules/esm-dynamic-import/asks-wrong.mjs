import { nothing } from './fresh.mjs';
