const o = undefined;
o.x;
