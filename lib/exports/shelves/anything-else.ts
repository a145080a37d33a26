import { dotenv } from '../dotenv';
import type { Format } from '../format';
import { json } from '../json';
import { plainText } from '../plain-text';

export const formats: readonly Format[] = [dotenv, json, plainText];
