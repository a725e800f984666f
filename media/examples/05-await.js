// await leaves the function
//
// Watch the frame of cook() at each await: it leaves the call stack, is kept with all its variables, and comes back as a
// microtask. What stands after the call runs meanwhile.

function later(milliseconds, value) {
  return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
}

async function cook(dish) {
  console.log(`${dish}: start`);
  const water = await later(300, 'hot water');
  console.log(`${dish}: have ${water}`);
  const done = await `${dish} with ${water}`;
  console.log(`${dish}: finished`);
  return done;
}

async function dinner() {
  const both = [cook('rice'), cook('tea')];
  console.log('both are under way');
  try {
    console.log(await Promise.all(both));
    await Promise.reject(new Error('the plate fell'));
  } catch (error) {
    console.log('caught:', error.message);
  } finally {
    console.log('the table is cleared');
  }
}

dinner().then(() => console.log('good night'));
console.log('the script is over');
