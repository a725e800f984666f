console.log('throws runs');
throw new RangeError('from the module');
