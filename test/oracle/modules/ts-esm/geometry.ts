export interface Point { x: number; y: number }
export const origin: Point = { x: 0, y: 0 };
export default class Geometry<T> { private readonly n: T; constructor(n: T) { this.n = n; } }
export { type Other } from './lib/index.mts';
