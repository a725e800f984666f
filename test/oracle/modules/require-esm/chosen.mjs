export default 1;
export { value as 'module.exports' };
const value = ['chosen'];
