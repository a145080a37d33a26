import { provide } from './needs.mjs';

/** True when there is a browser afterwards. */
export const getBrowser = () => provide(['browser']).length === 0;
