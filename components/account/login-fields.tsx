import { PasswordField } from '@/components/form/password-field';
import { TextField } from '@/components/form/text-field';
import type { PasswordRule, UsernameRule } from '@/lib/providers/login-rule';
import { passwordWarning, usernameWarning } from '@/lib/wizard/password-shape';
import { useWatch } from 'react-hook-form';
import type { AccountFormHandle } from './server-fields';

type Props = {
  readonly form: AccountFormHandle;
  readonly usernameRule: UsernameRule | undefined;
  /** Whether a fixed user name may not be typed over: only where its provider was chosen, not guessed from the host. */
  readonly isFixed: boolean;
  readonly passwordRule: PasswordRule | undefined;
  readonly password: string;
  readonly onPassword: (password: string) => void;
};

function PasswordHint({ rule, password }: { readonly rule: PasswordRule | undefined; readonly password: string }) {
  return (
    <>
      {rule !== undefined && (
        <p>
          {rule.hint} {rule.menuIs ?? 'You find it under'} {rule.menu}:{' '}
          <a href={rule.url} rel="noreferrer" target="_blank">
            {new URL(rule.url).host} (new tab)
          </a>
        </p>
      )}
      <p>Sent once, to your mail server, to log in for the test email. Not stored. It can wait until then.</p>
      {rule?.ignoresSpaces === true && /\s/.test(password) && (
        <p>The spaces between the groups are left out: they are not part of it.</p>
      )}
    </>
  );
}

/** User name and password in the provider's own words. The password stays in this tab's memory. */
export function LoginFields({ form, usernameRule, isFixed, passwordRule, password, onPassword }: Props) {
  const { register, formState, getValues, setValue, control } = form;
  const typed = useWatch({ control, name: 'username' });
  const asksSender = usernameRule?.kind === 'typed' && usernameRule.sameAsSender;
  const prefillSender = () => {
    const { username, fromAddress } = getValues();
    if (asksSender && fromAddress === '' && username.includes('@')) setValue('fromAddress', username.trim());
  };
  return (
    <>
      {usernameRule?.kind === 'password' ? (
        <p className="hint">{usernameRule.hint}</p>
      ) : (
        <TextField
          id="username"
          label={usernameRule?.kind === 'typed' ? usernameRule.label : 'User name'}
          hint={usernameRule?.hint ?? 'Most servers want the whole email address.'}
          readOnly={isFixed}
          autoComplete="username"
          error={formState.errors.username?.message}
          warning={usernameWarning(typed, usernameRule)}
          {...register('username', { onBlur: prefillSender })}
        />
      )}
      <PasswordField
        id="password"
        label={`${passwordRule?.label ?? 'Password'} (can wait)`}
        value={password}
        onValue={onPassword}
        warning={passwordRule === undefined ? undefined : passwordWarning(password, passwordRule)}
        hint={<PasswordHint rule={passwordRule} password={password} />}
      />
    </>
  );
}
