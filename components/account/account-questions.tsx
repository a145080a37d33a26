'use client';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState, type SyntheticEvent } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { Choice } from '@/components/form/choice';
import { ErrorSummary } from '@/components/form/error-summary';
import { TextField } from '@/components/form/text-field';
import { useDraft } from '@/components/wizard/draft-context';
import { usePractice } from '@/components/wizard/practice';
import { clearReason } from '@/components/wizard/step-frame';
import type { Provider } from '@/lib/providers/provider';
import { normalizeHost } from '@/lib/smtp/host';
import {
  accountFormSchema,
  accountOf,
  hostedAccountFormSchema,
  mayGoWithoutLogin,
  startForm,
  type AccountForm,
  type AccountFormInput,
} from '@/lib/wizard/account-form';
import { answerAccount, chooseProvider } from '@/lib/wizard/draft';
import { knownServer, nameServer } from '@/lib/wizard/known-server';
import { leaveAccount } from '@/lib/wizard/leave-account';
import { withoutGroupingSpaces } from '@/lib/wizard/password-shape';
import { serverChoice } from '@/lib/wizard/server-choices';
import { stepPath } from '@/lib/wizard/steps';
import type { OwnServer } from './fetch-own-server';
import { KnownServerOffer } from './known-server-offer';
import { LoginFields } from './login-fields';
import { PracticeLogin } from './practice-login';
import { schemaResolver } from './schema-resolver';
import { ToldFirst } from './told-first';
import { useProviderOfHost } from './use-provider-of-host';
import { OwnHost, VariantChoice } from './variant-choice';

/** Controls in the order they stand, for the list of problems. */
const controls = [
  ['host', 'host'],
  ['ports', 'ports'],
  ['username', 'username'],
  ['fromAddress', 'from-address'],
  ['fromName', 'from-name'],
] as const satisfies readonly (readonly [keyof AccountFormInput, string])[];

const GoodToKnow = lazy(() => import('./good-to-know').then((file) => ({ default: file.GoodToKnow })));

type Props = {
  readonly chosen: Provider | undefined;
  /** There when the server is one's own. */
  readonly own: OwnServer | undefined;
  readonly onProblem: (hasProblem: boolean) => void;
};

/** What the chosen server needs to know of the person, in that provider's words. */
export function AccountQuestions({ chosen, own, onProblem }: Props) {
  const { draft, setDraft, directory, mode } = useDraft();
  const router = useRouter();
  const { asks } = serverChoice(directory, draft.provider);
  const practice = usePractice(asks === 'practice');
  const [password, setPassword] = useState(draft.password);
  const [wasOpened, setOpened] = useState(false);
  const form = useForm<AccountFormInput, unknown, AccountForm>({
    resolver: schemaResolver(mode === 'hosted' ? hostedAccountFormSchema : accountFormSchema),
    defaultValues: startForm(chosen, draft.account, draft.suggestion),
    shouldFocusError: false,
  });
  const { register, formState, reset, control, getValues } = form;
  const [variantId, host, noLogin] = useWatch({ control, name: ['variant', 'host', 'noLogin'] });
  const typedHost = nameServer(directory, undefined, '', chosen === undefined ? (normalizeHost(host) ?? '') : '');
  const ofHost = useProviderOfHost(typedHost.provider);
  const { provider, variant } =
    chosen === undefined ? knownServer(ofHost, typedHost.variant) : knownServer(chosen, variantId);
  const passwordRule = variant?.password ?? provider?.password;
  const usernameRule = variant?.username ?? provider?.username;
  const problems = controls.flatMap(([field, id]) => {
    const message = formState.errors[field]?.message;
    return message === undefined ? [] : [{ id, message }];
  });
  const fillPractice = () => {
    if (practice.status !== 'runs') return;
    const { host: practiceHost, username, password: practicePassword } = practice.server;
    const sender = { fromName: 'Practice Shop', fromAddress: 'shop@example.test' };
    reset({ ...startForm(undefined, undefined), host: practiceHost, username, ...sender });
    setPassword(practicePassword);
  };
  const acceptOffer = () => {
    if (provider === undefined || variant === undefined) return;
    const { fromName, fromAddress } = getValues();
    setDraft((before) => chooseProvider(before, provider.id));
    reset({ ...startForm(provider, undefined), variant: variant.id, host: variant.host, fromName, fromAddress });
  };
  const played = practice.status === 'runs' ? practice.server.ports : [];
  const goBack = () => {
    setDraft((before) => leaveAccount(before, getValues(), password, played));
    router.push(stepPath('provider'));
  };
  const save = (answer: AccountForm) => {
    clearReason();
    onProblem(false);
    const account = accountOf(answer, played);
    const secret = passwordRule?.ignoresSpaces === true ? withoutGroupingSpaces(password) : password;
    setDraft((before) => answerAccount(before, account, account.login ? secret : ''));
    router.push(stepPath('ports'));
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    own?.spreadPasted(form);
    // A typed host may be of a provider whose secret is the name too: then there is no field for it.
    form.setValue('usernameIsPassword', usernameRule?.kind === 'password');
    void form.handleSubmit(save, () => onProblem(true))();
  };
  return (
    <form className="question" method="post" noValidate onSubmit={submit}>
      <ErrorSummary problems={formState.isSubmitted ? problems : []} attempt={formState.submitCount} />
      {provider !== undefined && <ToldFirst provider={provider} />}
      {chosen !== undefined && <VariantChoice provider={chosen} form={form} />}
      {chosen !== undefined && variant?.asksHost !== undefined && <OwnHost asked={variant.asksHost} form={form} />}
      {asks === 'practice' && <PracticeLogin practice={practice} onFill={fillPractice} />}
      {own !== undefined && <own.ServerFields form={form} />}
      {own !== undefined && provider !== undefined && <KnownServerOffer provider={provider} onAccept={acceptOffer} />}
      {asks !== 'practice' && mayGoWithoutLogin(provider, variant) && (
        <Choice
          type="checkbox"
          label="This server needs no login"
          hint={
            variant?.login === 'seldom'
              ? 'It takes mail from everybody who reaches it.'
              : 'It knows you by your network address.'
          }
          {...register('noLogin')}
        />
      )}
      {!noLogin && (
        <LoginFields
          form={form}
          usernameRule={usernameRule}
          isFixed={chosen !== undefined && usernameRule?.kind === 'fixed'}
          passwordRule={passwordRule}
          password={password}
          onPassword={setPassword}
        />
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
      {provider !== undefined && (
        <details className="disclosure" onToggle={() => setOpened(true)}>
          <summary>Good to know about {provider.shortName}</summary>
          {wasOpened && (
            <Suspense fallback={<p className="hint">One moment…</p>}>
              <GoodToKnow provider={provider} />
            </Suspense>
          )}
        </details>
      )}
      <div className="actions">
        <button type="button" onClick={goBack}>
          Back
        </button>
        <button className="button-primary" type="submit">
          Continue to the ports
        </button>
      </div>
    </form>
  );
}
