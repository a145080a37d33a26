import { describe, expect, it } from 'vitest';
import { hostNotes } from './catalog';
import { findHostNote, notesFitting } from './fitting';
import { notedPorts, type HostNote } from './host-note';

const sentence = /^[A-Z0-9].*\.$/;
const unkind = /\b(please|oops|sorry|invalid|forbidden)\b/i;

describe.each(hostNotes.map((note) => ({ name: note.id, note })))('the note on $name', ({ note }) => {
  it('says which ports, how to have them opened, and where that is written', () => {
    expect(note.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(note.name).not.toBe('');
    expect(Object.keys(note.ports).every((port) => (notedPorts as readonly number[]).includes(Number(port)))).toBe(
      true,
    );
    expect(note.unblock).toMatch(sentence);
    expect(note.unblock).not.toMatch(unkind);
    expect(URL.canParse(note.source) && note.source.startsWith('https://')).toBe(true);
    expect(note.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('closes something, or it would explain nothing', () => {
    expect(Object.values(note.ports).some((policy) => policy !== 'open')).toBe(true);
  });
});

it('lists each host once', () => {
  const ids = hostNotes.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(findHostNote(hostNotes, 'hetzner')?.name).toBe('Hetzner Cloud');
  expect(findHostNote(hostNotes, 'nobody')).toBeUndefined();
});

describe('which notes explain what a test has shown', () => {
  const fitting = (silent: number[], open: number[], notes: readonly HostNote[] = hostNotes) =>
    notesFitting(notes, { silent, open }).map(({ id }) => id);

  it.each<[string, number[], number[], string[], string[]]>([
    ['port 25 alone says nothing', [25], [465, 587], [], ['google-cloud']],
    ['25 and 465', [25, 465], [587, 2525], ['hetzner', 'zerops'], ['digitalocean', 'google-cloud']],
    [
      '25, 465 and 587',
      [25, 465, 587],
      [2525],
      ['digitalocean', 'linode', 'scaleway', 'render'],
      ['hetzner', 'zerops'],
    ],
    ['2525 too', [25, 465, 587, 2525], [], ['railway', 'cloudzy'], ['digitalocean']],
    ['nothing silent', [], [465, 587], [], ['digitalocean']],
    ['a port nobody notes', [8465], [465], [], ['digitalocean']],
  ])('%s', (_name, silent, open, named, spared) => {
    const ids = fitting(silent, open);
    expect(ids).toEqual(expect.arrayContaining(named));
    expect(ids.filter((id) => spared.includes(id))).toEqual([]);
  });

  it('looks only at the host the person is on, when they said so', () => {
    const own = hostNotes.filter(({ id }) => id === 'hetzner');
    expect(fitting([465], [587], own)).toEqual(['hetzner']);
    expect(fitting([465, 587], [2525], own)).toEqual([]);
  });
});
