// Where errors of async functions surface: try around await, not around the call.
const boom = async (label) => {
  throw new Error(label);
};
async function main() {
  try {
    boom('not awaited').catch((error) => console.log('handled apart:', error.message));
    console.log('the call itself does not throw');
    await boom('awaited');
  } catch (error) {
    console.log('caught:', error.message);
  }
  const results = await Promise.allSettled([boom('one'), (async () => 'two')(), boom('three')]);
  for (const { status, value, reason } of results) console.log(status, value ?? reason.message);
  const sequential = [];
  for (const ms of [9, 3, 6]) sequential.push(await new Promise((resolve) => setTimeout(resolve, ms, ms)));
  console.log(sequential);
  const parallel = await Promise.all([9, 3, 6].map((ms) => new Promise((resolve) => setTimeout(resolve, ms, ms))));
  console.log(parallel);
  return Promise.reject(new Error('returned'));
}
main().then(
  () => console.log('never'),
  (error) => console.log('main rejected:', error.message),
);
