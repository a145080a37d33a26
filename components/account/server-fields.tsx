'use client';
import fields from '@/components/form/field.module.css';
import { useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { TextField } from '@/components/form/text-field';
import { usualSecurity } from '@/lib/smtp/endpoint';
import { kindName, readPorts, type AccountForm, type AccountFormInput } from '@/lib/wizard/account-form';
import { readPastedServer } from '@/lib/wizard/pasted-server';

export type AccountFormHandle = UseFormReturn<AccountFormInput, unknown, AccountForm>;

const usualKind = {
  'implicit-tls': 'From the first byte (implicit TLS, often called “SSL”)',
  starttls: 'Upgraded after the greeting (STARTTLS, often called “TLS”)',
} as const;

/** Puts the parts of a pasted address into their own fields; returns what was changed, in sentences. */
export function spreadPasted({ getValues, setValue, formState }: AccountFormHandle): readonly string[] {
  const { host, port, security, username, changes } = readPastedServer(getValues('host'));
  // A message that stands there was about what is now corrected.
  setValue('host', host, { shouldValidate: formState.isSubmitted });
  if (username !== undefined) setValue('username', username);
  if (port === undefined) return changes;
  const named = readPorts(getValues('ports'));
  if (!named.includes(port)) setValue('ports', [...named.filter((known) => known > 0), port].join(', '));
  if (security !== undefined && security !== 'cleartext') setValue(`kinds.${kindName(port)}`, security);
  return changes;
}

/** Host and ports of a server that Outport knows nothing about. */
export function ServerFields({ form }: { readonly form: AccountFormHandle }) {
  const [changes, setChanges] = useState<readonly string[]>([]);
  const { register, formState, control } = form;
  const ports = readPorts(useWatch({ control, name: 'ports' })).filter((port) => port > 0);
  return (
    <>
      <TextField
        id="host"
        label="Host name of your mail server"
        hint="Like smtp.example.com. A whole pasted address with its port is understood."
        autoComplete="off"
        inputMode="url"
        error={formState.errors.host?.message}
        {...register('host', { onBlur: () => setChanges(spreadPasted(form)) })}
      />
      <p role="status" className="hint">
        {changes.join(' ')}
      </p>
      <TextField
        id="ports"
        label="Other ports (optional)"
        hint="465, 587, 2525 and 25 are tried anyway. Part several by commas."
        autoComplete="off"
        inputMode="numeric"
        error={formState.errors.ports?.message}
        {...register('ports')}
      />
      {ports.map((port) => (
        <div className={fields.select} key={port}>
          <label htmlFor={`kind-${port}`}>How encryption starts on port {port}</label>
          <select
            id={`kind-${port}`}
            defaultValue={usualSecurity(port)}
            {...register(`kinds.${kindName(port)}`, {
              value: usualSecurity(port) === 'starttls' ? 'starttls' : 'implicit-tls',
            })}
          >
            {Object.entries(usualKind).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  );
}
