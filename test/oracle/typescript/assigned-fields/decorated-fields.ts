// Decorators that put an accessor on the prototype, as MobX and Lit do: an assigned field goes through it.
function observable(target: any, key: string): any {
  const values = new WeakMap<object, unknown>();
  Object.defineProperty(target, key, {
    configurable: true,
    get() {
      return values.get(this);
    },
    set(value: unknown) {
      console.log(`${key} = ${String(value)}`);
      values.set(this, value);
    },
  });
}
const log =
  (text: string): any =>
  (target: any, key: string, index?: unknown) =>
    console.log(text, typeof target, key, index);
const key = (name: string) => (console.log('key', name), name);
class Todo {
  @observable title = 'untitled';
  @observable done;
  @observable [key('computed')] = 1;
  @log('no value') [key('nothing')]: string;
  @log('static') static count = 0;
  @log('static without') static total: number;
  constructor(@log('parameter') public id = 1, title?: string) {
    if (title) this.title = title;
  }
}
const todo = new Todo(2, 'write');
todo.done = true;
console.log(todo, todo.title, todo.done, Object.keys(todo), Object.keys(Todo));
@((target: any) => {
  console.log('class', target.name, Object.keys(target));
})
class Self {
  static first = Self;
  static second = () => Self;
  own = Self;
  [key('own')] = 1;
  accessor value = 2;
}
console.log(Self.first === Self, Self.second() === Self, new Self());
