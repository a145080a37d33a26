import type { ComponentProps, ReactNode } from 'react';

type Props = ComponentProps<'input'> & { readonly label: ReactNode; readonly hint?: ReactNode };

/** A radio button or a tick with its words; the whole line can be pressed. */
export function Choice({ label, hint, ...input }: Props) {
  return (
    <label className="choice">
      <input {...input} />
      <span>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  );
}
