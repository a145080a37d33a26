import { shelves } from '../catalog';

/** Every format of every shelf, in the order they are offered. */
export const formats = (await Promise.all(shelves.map(({ load }) => load()))).flat();
