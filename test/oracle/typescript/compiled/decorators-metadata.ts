(Symbol as any).metadata ??= Symbol('Symbol.metadata');
const metadata: unique symbol = (Symbol as any).metadata;
function column(type: string) { return (_: unknown, context: any) => { (context.metadata.columns ??= {})[context.name] = type; }; }
function table(name: string) { return (_: unknown, context: any) => { context.metadata.table = name; }; }
@table('users')
class User { @column('int') id = 0; @column('text') name = ''; @column('fn') greet() {} }
class Admin extends User { @column('bool') active = true; }
console.log((User as any)[metadata], Object.getPrototypeOf((Admin as any)[metadata]) === (User as any)[metadata]);
console.log((Admin as any)[metadata].table, Object.keys((Admin as any)[metadata]));
class Plain { @column('x') x = 1; }
console.log(Object.getPrototypeOf((Plain as any)[metadata]), (Plain as any)[metadata]);
