'use client';
import { useId, useRef, useState, type SyntheticEvent } from 'react';
import { TextField } from '@/components/form/text-field';
import { compareCode, type CodeAnswer } from '@/lib/arrival/code';

type Props = {
  readonly code: string;
  /** Tells this email from earlier ones. */
  readonly sentAt: string;
  readonly onMatch: () => void;
};

/** Asks for the code that stands in the mail. It is compared here: nothing is sent. */
export function CodeForm({ code, sentAt, onMatch }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<CodeAnswer>();
  const problems: Readonly<Record<CodeAnswer, string | undefined>> = {
    same: undefined,
    other: `This is not the code of the email sent at ${sentAt}. Look for the newest one.`,
    incomplete: 'A code has eight letters and digits, like ABCD-2345.',
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = compareCode(typed, code);
    setAnswer(found);
    if (found === 'same') onMatch();
    else field.current?.focus();
  };
  return (
    <form method="post" noValidate onSubmit={submit}>
      <TextField
        id={id}
        ref={field}
        label="Code from the test email"
        hint="It stands in the subject and at the top. Look in spam too."
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={answer === undefined ? undefined : problems[answer]}
        beside={<button type="submit">Check the code</button>}
      />
    </form>
  );
}
