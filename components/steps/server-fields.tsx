'use client';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { TextField } from '@/components/form/field';
import type { AccountFormInput } from '@/lib/wizard/account-form';

type Props = {
  readonly register: UseFormRegister<AccountFormInput>;
  readonly errors: FieldErrors<AccountFormInput>;
  readonly port: string;
  readonly onHost: (text: string) => void;
  readonly changes: readonly string[];
};

/** Host and port of a server that Outport knows nothing about. */
export function ServerFields({ register, errors, port, onHost, changes }: Props) {
  return (
    <>
      <TextField
        id="host"
        label="Host name of your mail server"
        hint="Like smtp.example.com. You can paste a whole address with its port."
        autoComplete="off"
        inputMode="url"
        error={errors.host?.message}
        {...register('host', { onBlur: (event: { target: { value: string } }) => onHost(event.target.value) })}
      />
      <p role="status" className="hint">
        {changes.join(' ')}
      </p>
      <TextField
        id="port"
        label="Another port (optional)"
        hint="465, 587, 2525 and 25 are tried anyway."
        autoComplete="off"
        inputMode="numeric"
        error={errors.port?.message}
        {...register('port')}
      />
      {port.trim() !== '' && (
        <p>
          <label htmlFor="security">Encryption on port {port}</label>{' '}
          <select id="security" {...register('security')}>
            <option value="auto">The usual kind for this port</option>
            <option value="implicit-tls">From the first byte (implicit TLS, “SSL”)</option>
            <option value="starttls">Upgraded (STARTTLS, “TLS”)</option>
          </select>
        </p>
      )}
    </>
  );
}
