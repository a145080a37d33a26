'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { ErrorSummary, PasswordField, TextField } from '@/components/form/field';
import { useDraft } from '@/components/wizard/draft-context';
import { usePractice } from '@/components/wizard/practice';
import { clearReason, StepFrame } from '@/components/wizard/step-frame';
import { findProvider, findProviderByHost } from '@/lib/providers/catalog';
import { usualSecurity } from '@/lib/smtp/endpoint';
import { accountFormSchema, type AccountForm, type AccountFormInput } from '@/lib/wizard/account-form';
import { answerAccount, chooseProvider, type Account } from '@/lib/wizard/draft';
import { readPastedServer } from '@/lib/wizard/pasted-server';
import { passwordWarning, withoutGroupingSpaces } from '@/lib/wizard/password-shape';
import { ServerFields } from './server-fields';

const empty: AccountFormInput = {
  variant: '',
  host: '',
  port: '',
  security: 'auto',
  noLogin: false,
  username: '',
  fromName: '',
  fromAddress: '',
};

function formFrom(account: Account | undefined): AccountFormInput {
  if (account === undefined) return empty;
  const { variant, host, ports, login, username, from } = account;
  const [extra] = ports;
  return {
    variant,
    host,
    port: extra === undefined ? '' : String(extra.port),
    security: extra?.security ?? 'auto',
    noLogin: !login,
    username,
    fromName: from.name,
    fromAddress: from.address,
  };
}

/** Question 2: what the provider needs, in its own words. */
export function AccountStep() {
  const { draft, setDraft, ready } = useDraft();
  const router = useRouter();
  const practice = usePractice();
  const provider = findProvider(draft.provider);
  const isPractice = draft.provider === 'practice';
  const [password, setPassword] = useState('');
  const [changes, setChanges] = useState<readonly string[]>([]);
  const { register, handleSubmit, formState, reset, watch, setValue } = useForm<AccountFormInput, unknown, AccountForm>(
    { resolver: zodResolver(accountFormSchema), defaultValues: empty, shouldFocusError: false },
  );
  useEffect(() => {
    if (!ready) return;
    const [first] = provider?.variants ?? [];
    const start =
      draft.account === undefined && first !== undefined
        ? { ...empty, variant: first.id, host: first.host }
        : formFrom(draft.account);
    reset(provider?.username.kind === 'fixed' ? { ...start, username: provider.username.value } : start);
    setPassword(draft.password);
    // Only on arriving: what is being typed must not be overwritten by what is kept.
  }, [ready]);
  const form = watch();
  const variant = provider?.variants.find(({ id }) => id === form.variant);
  const rule = variant?.password ?? provider?.password;
  const usernameRule = variant?.username ?? provider?.username;
  const offered =
    provider === undefined && !isPractice ? findProviderByHost(form.host.trim().toLowerCase()) : undefined;
  const fields = {
    host: 'host',
    port: 'port',
    username: 'username',
    fromName: 'from-name',
    fromAddress: 'from-address',
  } as const;
  const problems = Object.entries(fields).flatMap(([field, id]) => {
    const message = formState.errors[field as keyof typeof fields]?.message;
    return message === undefined ? [] : [{ id, message }];
  });
  const fillPractice = () => {
    if (practice === undefined) return;
    reset({
      ...empty,
      variant: 'practice',
      host: practice.host,
      username: practice.username,
      fromName: 'Practice Shop',
      fromAddress: 'shop@example.test',
    });
    setPassword(practice.password);
  };
  const save = (answer: AccountForm) => {
    clearReason();
    const port = answer.port.trim() === '' ? undefined : Number(answer.port);
    const typed =
      port === undefined
        ? []
        : [{ port, security: answer.security === 'auto' ? usualSecurity(port) : answer.security }];
    const ports = isPractice
      ? (practice?.ports ?? []).map(({ port: real, security }) => ({ port: real, security }))
      : typed;
    const account: Account = {
      variant: answer.variant,
      host: answer.host,
      ports,
      login: !answer.noLogin,
      username: answer.noLogin ? '' : answer.username,
      from: { name: answer.fromName, address: answer.fromAddress },
    };
    setDraft((before) =>
      answerAccount(before, account, rule?.ignoresSpaces === true ? withoutGroupingSpaces(password) : password),
    );
    router.push('/setup/ports');
  };
  const readHost = (text: string) => {
    const read = readPastedServer(text);
    setChanges(read.changes);
    setValue('host', read.host);
    if (read.port !== undefined) setValue('port', String(read.port));
    if (read.security !== undefined) setValue('security', read.security);
    if (read.username !== undefined) setValue('username', read.username);
  };
  const mayGoWithoutLogin = draft.provider === 'other' || variant?.login === 'optional';
  const warning = rule === undefined ? undefined : passwordWarning(password, rule);
  return (
    <StepFrame
      step="account"
      heading={
        isPractice
          ? 'Your practice account'
          : provider === undefined
            ? 'Your mail server'
            : `Your ${provider.shortName} account`
      }
      lede="What your site will log in with. Nothing is sent yet."
      {...(problems.length > 0 ? { documentTitle: 'Error: Your account' } : {})}
    >
      <ErrorSummary key={formState.submitCount} problems={formState.isSubmitted ? problems : []} />
      <form className="question" method="post" noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
        {provider !== undefined && provider.variants.length > 1 && (
          <fieldset>
            <legend>{provider.variantQuestion}</legend>
            {provider.variants.map(({ id, label, hint, host }) => (
              <label className="choice" key={id}>
                <input
                  type="radio"
                  value={id}
                  {...register('variant')}
                  onChange={() => {
                    setValue('variant', id);
                    setValue('host', host);
                    if (provider.variants.find((entry) => entry.id === id)?.login === 'required')
                      setValue('noLogin', false);
                  }}
                  checked={form.variant === id}
                />
                <span>
                  {label}
                  <small>{hint}</small>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        {isPractice && practice !== undefined && (
          <div className="notice">
            <p>
              User name <code>{practice.username}</code>, password <code>{practice.password}</code>
            </p>
            <button type="button" onClick={fillPractice}>
              Fill in the practice login
            </button>
          </div>
        )}
        {provider === undefined && !isPractice && (
          <ServerFields
            register={register}
            errors={formState.errors}
            port={form.port}
            onHost={readHost}
            changes={changes}
          />
        )}
        {offered !== undefined && (
          <div className="notice">
            <p>This is a server of {offered.provider.name}.</p>
            <button
              type="button"
              onClick={() => {
                setDraft((before) => chooseProvider(before, offered.provider.id));
                reset({ ...form, variant: offered.variant.id, host: offered.variant.host });
              }}
            >
              Use what Outport knows about {offered.provider.shortName}
            </button>
          </div>
        )}
        {mayGoWithoutLogin && (
          <label className="choice">
            <input type="checkbox" {...register('noLogin')} />
            <span>
              This server needs no login<small>It knows you by your network address.</small>
            </span>
          </label>
        )}
        {!form.noLogin && (
          <>
            <TextField
              id="username"
              label={usernameRule?.kind === 'typed' ? usernameRule.label : 'User name'}
              hint={usernameRule?.hint ?? 'Most servers want the whole email address.'}
              readOnly={usernameRule?.kind === 'fixed'}
              autoComplete="username"
              error={formState.errors.username?.message}
              {...register('username')}
            />
            <fieldset disabled={!ready}>
              <PasswordField
                id="password"
                label={`${rule?.label ?? 'Password'} (can wait)`}
                value={password}
                onValue={setPassword}
                warning={warning}
                hint={
                  <>
                    {rule !== undefined && (
                      <>
                        {rule.hint} Where to get it: {rule.menu} (
                        <a href={rule.url} rel="noreferrer" target="_blank">
                          open, new tab
                        </a>
                        ).{' '}
                      </>
                    )}
                    Sent once, to your mail server, to log in for the test email. Not stored. You can leave it for
                    later.
                    {rule?.ignoresSpaces === true && password.includes(' ')
                      ? ' The spaces between the groups will be removed.'
                      : ''}
                  </>
                }
              />
            </fieldset>
          </>
        )}
        <TextField
          id="from-address"
          label="Sender address"
          hint={provider?.senderRule ?? 'The address your mail comes from.'}
          inputMode="email"
          autoComplete="email"
          error={formState.errors.fromAddress?.message}
          {...register('fromAddress')}
        />
        <TextField
          id="from-name"
          label="Sender name (optional)"
          hint="What people see, like the name of your shop."
          autoComplete="organization"
          error={formState.errors.fromName?.message}
          {...register('fromName')}
        />
        <div className="actions">
          <button type="button" onClick={() => router.push('/setup/provider')}>
            Back
          </button>
          <button className="button-primary" type="submit">
            Continue to the ports
          </button>
        </div>
      </form>
    </StepFrame>
  );
}
