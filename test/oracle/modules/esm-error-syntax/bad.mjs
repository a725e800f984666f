export const fine = 1;
  const await = 2;
