const lists = {
  smi: [1, 2],
  double: [1.5],
  any: ['a'],
  holey: [, 1],
  frozen: Object.freeze([1]),
  empty: [],
  plain: {},
};
lists.sparse = [];
lists.sparse[100000] = 1;
lists.args = (function (a) {
  return arguments;
})(1);
lists.bytes = new Uint8Array(2);
lists.floats = new Float64Array(2);
for (const [name, list] of Object.entries(lists))
  console.log(
    name,
    %HasSmiElements(list),
    %HasDoubleElements(list),
    %HasObjectElements(list),
    %HasSmiOrObjectElements(list),
    %HasHoleyElements(list),
    %HasPackedElements(list),
    %HasFastElements(list),
    %HasFastPackedElements(list),
    %HasDictionaryElements(list),
    %HasSloppyArgumentsElements(list),
    %HasFixedUint8Elements(list),
    %HasFixedFloat64Elements(list),
  );
console.log(%HasCowElements([1, 2]), %HasDictionaryElements(%NormalizeElements([1, 2])));
