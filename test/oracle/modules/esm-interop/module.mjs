export default 'default of the module';
export const named = 1;
