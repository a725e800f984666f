console.log('internal runs');
