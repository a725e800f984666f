import Default, { Model, type Unused, Entity as Renamed } from './parts/model.mjs';
import * as parts from './parts/model.mjs';
import { Only, Nothing } from './parts/types.mjs';
import type { Written } from './parts/types.mjs';

(Reflect as any).metadata = (name: string, value: any) => (target: any, key?: string) =>
  console.log(key, name, Array.isArray(value) ? value.map((one) => one?.name) : value?.name);
const mark: any = () => undefined;
@mark
export class Repository {
  constructor(model: Model, d: Default, only: Only, r: Renamed, n: Nothing, w: Written, whole: parts.Model) {}
  @mark again!: Model;
}
@mark
export default class {
  static own = 1;
}
console.log(Repository.name, new Model(), parts.Model === Model);
import('./main.mjs').then((self) => console.log(self.default.name, self.Repository.name));
