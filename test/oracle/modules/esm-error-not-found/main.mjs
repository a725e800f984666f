import './there.mjs';
import './not-there.mjs';
