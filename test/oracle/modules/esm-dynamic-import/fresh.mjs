console.log('fresh runs');
export const x = 1;
