console.log('waits');
setTimeout(() => console.log('timeout'));
  await new Promise(() => {});
