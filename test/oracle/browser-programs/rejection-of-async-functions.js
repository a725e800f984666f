// An async function that throws rejects; who awaits it handles that.
async function fails(name) {
  await null;
  throw new Error(name);
}
fails('dropped');
fails('caught').catch((error) => console.log('caught', error.message));
(async () => {
  try {
    await fails('awaited');
  } catch (error) {
    console.log('awaited', error.message);
  }
  await fails('dropped by another');
})();
