module.exports = function outer() {
  inner();
};
function inner() {
  null.property;
}
