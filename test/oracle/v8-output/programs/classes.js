class Base {
  constructor(a) {
    this.a = a;
  }
  get twice() {
    return this.a * 2;
  }
  static make(a) {
    return new this(a);
  }
}
class Derived extends Base {
  #secret = 1;
  b = 2;
  static count = 0;
  constructor(a) {
    super(a);
    Derived.count++;
  }
  reveal() {
    return this.#secret + super.twice;
  }
  has(o) {
    return #secret in o;
  }
}
class Plain extends Base {}
const made = Derived.make(3);
made.reveal();
made.has({});
new Plain(1).twice;
