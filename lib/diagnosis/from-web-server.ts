/** The rules call the machine a test ran from "this computer". Where that was the person's web server, its name takes the place. */
import type { Words } from './finding';

const inItsPlace: readonly (readonly [RegExp, string])[] = [
  [
    /Start Outport with OUTPORT_EHLO_NAME set to the full name of this computer, and (?:test|send) again\./g,
    'Ask your web host to give the web server a full name of its own in DNS.',
  ],
  [/this computer/g, 'your web server'],
  [/This computer/g, 'Your web server'],
  [/\bOutport began with encryption/g, 'WordPress began with encryption'],
  [/\bfrom here\b/g, 'from your web server'],
];

function moved(text: string): string {
  return inItsPlace.reduce((sentence, [place, name]) => sentence.replace(place, name), text);
}

/** What a rule says → the same, said of the web server. */
export function fromWebServer<T extends Words>(words: T): T {
  const { title, why, doThis } = words;
  return { ...words, title: moved(title), why: moved(why), doThis: doThis.map(moved) };
}
