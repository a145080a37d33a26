/** One thing that a report says, with the word in front of it. */
export type Fact = { readonly label: string; readonly value: string };
