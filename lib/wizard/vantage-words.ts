/** From where it was tried, in words: what works from one machine may be blocked on another. */
type Mode = 'local' | 'hosted';

export const vantageSentence: Readonly<Record<Mode, string>> = {
  local: 'Tried from this computer. Your web host may block ports that work here.',
  hosted: 'Tried from Outport’s server, not from your web host or your computer.',
};

/** The same as a place: "sent from this computer". */
export const vantageName: Readonly<Record<Mode, string>> = {
  local: 'this computer',
  hosted: 'Outport’s server',
};
