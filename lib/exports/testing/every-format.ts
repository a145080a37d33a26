import { shelves } from '../catalog';
import { receivingSettings } from './sample-settings';

/** Every format of every shelf, in the order they are offered to an account that can receive too. */
export const formats = (await Promise.all(shelves.map(({ load }) => load()))).flatMap((formatsFor) =>
  formatsFor(receivingSettings),
);
