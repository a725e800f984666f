interface Shape { name: string }
const shape: Shape = { name: 'common' as string };
module.exports = shape satisfies Shape;
