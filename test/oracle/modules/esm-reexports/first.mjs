export const one = 1;
export const both = 'first';
export const own = 'hidden';
export default class Named {}
