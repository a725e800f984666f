console.log('log');
