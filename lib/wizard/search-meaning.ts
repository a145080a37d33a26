/** Nothing typed; a provider's name; or an address or domain whose servers can be looked for. */
export type SearchMeaning = 'nothing' | 'name' | 'address';

/** What stands in the search field, and how many providers it fits → what it means. */
export function searchMeaning(text: string, fitting: number): SearchMeaning {
  const typed = text.trim();
  if (typed === '') return 'nothing';
  const isDomain = fitting === 0 && /^\S+\.[^\s.]{2,}$/.test(typed);
  return typed.includes('@') || isDomain ? 'address' : 'name';
}
