function add(a, b) {
  return a + b;
}
const status = () => console.log(%GetOptimizationStatus(add));
status();
%PrepareFunctionForOptimization(add);
add(1, 2);
add(1, 2);
status();
%OptimizeMaglevOnNextCall(add);
status();
add(1, 2);
status();
console.log(
  %ActiveTierIsMaglev(add),
  %ActiveTierIsTurbofan(add),
  %ActiveTierIsIgnition(add),
  %ActiveTierIsSparkplug(add),
);
%OptimizeFunctionOnNextCall(add);
add(1, 2);
status();
add('a', 2);
status();
add(1, 2);
status();
%CompileBaseline(add);
add(1, 2);
status();
console.log(%ActiveTierIsSparkplug(add), %IsMaglevEnabled(), %IsTurbofanEnabled(), %IsSparkplugEnabled(), %Is64Bit());
function never() {}
%NeverOptimizeFunction(never);
never();
console.log(%ActiveTierIsIgnition(never));
