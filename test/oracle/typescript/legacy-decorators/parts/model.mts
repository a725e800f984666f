console.log('model loaded');
const table = (name: string): any => (target: any) => Object.assign(target, { table: name });
@table('models')
export class Model {
  id = (Model as any).table;
}
export interface Unused {}
export class Entity {}
export default class Fallback {
  @((t: any, k: string) => console.log(k, t.constructor.name)) x = 1;
}
