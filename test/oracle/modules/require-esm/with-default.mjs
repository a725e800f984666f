export default function f() {}
export const y = 2;
