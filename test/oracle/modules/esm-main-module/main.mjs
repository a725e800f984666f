console.log('mainModule' in process, process.mainModule, Object.getOwnPropertyDescriptor(process, 'mainModule'));
