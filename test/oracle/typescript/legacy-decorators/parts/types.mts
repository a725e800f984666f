console.log('types loaded');
export class Only {}
export interface Nothing {}
export interface Written {}
