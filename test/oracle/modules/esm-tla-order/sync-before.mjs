console.log('sync before');
