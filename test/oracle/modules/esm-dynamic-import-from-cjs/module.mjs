console.log('module runs');
export default () => 'default';
export const named = {};
