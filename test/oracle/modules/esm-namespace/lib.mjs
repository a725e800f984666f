export default class {}
export let n = 0; export function inc() { n++ }
export class Base { v = 'v' }
export { n as '0' };
