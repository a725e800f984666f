export interface Shape { side: number }
exports.square = (side: number): Shape => ({ side }) as const;
