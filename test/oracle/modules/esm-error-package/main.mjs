import lodash from 'no-such-package';
