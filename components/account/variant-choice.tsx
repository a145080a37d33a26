import fields from '@/components/form/field.module.css';
import { Choice } from '@/components/form/choice';
import { TextField } from '@/components/form/text-field';
import type { Provider } from '@/lib/providers/provider';
import { ruledUsername } from '@/lib/wizard/account-form';
import type { AccountFormHandle } from './server-fields';

type Props = { readonly provider: Provider; readonly form: AccountFormHandle };

/** Beyond this many a list of radio buttons is longer than a phone's screen. */
const mostButtons = 6;

/** Which of a provider's hosts: a region, or a kind of account. Asked only where there is a choice. */
export function VariantChoice({ provider, form }: Props) {
  const { variants, variantQuestion } = provider;
  if (variants.length < 2) return null;
  const { register, setValue, getValues, watch } = form;
  const field = register('variant', {
    onChange: () => {
      const [first] = variants;
      const chosen = variants.find((variant) => variant.id === getValues('variant')) ?? first;
      const before = getValues('username');
      const wasFixed = [provider, ...variants].some(
        ({ username: rule }) => rule?.kind === 'fixed' && rule.value === before,
      );
      const rule = chosen.username ?? provider.username;
      const ruled = ruledUsername(rule, wasFixed ? '' : before);
      setValue('host', chosen.host);
      setValue('username', ruled.username);
      setValue('usernameIsPassword', ruled.usernameIsPassword);
      if (chosen.login !== 'optional') setValue('noLogin', chosen.login === 'seldom');
    },
  });
  if (variants.length > mostButtons)
    return (
      <div className={fields.select}>
        <label htmlFor="variant">{variantQuestion}</label>
        <select id="variant" aria-describedby="variant-hint" {...field}>
          {variants.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <p className="hint" id="variant-hint">
          {(variants.find(({ id }) => id === watch('variant')) ?? variants[0]).hint}
        </p>
      </div>
    );
  return (
    <fieldset>
      <legend>{variantQuestion}</legend>
      {variants.map(({ id, label, hint }) => (
        <Choice key={id} type="radio" value={id} label={label} hint={hint} {...field} />
      ))}
    </fieldset>
  );
}

/** The host that this customer alone has, where the provider gives everybody one of their own. */
export function OwnHost({
  asked,
  form,
}: {
  readonly asked: { readonly label: string; readonly hint: string };
  readonly form: AccountFormHandle;
}) {
  const { register, formState } = form;
  return (
    <TextField
      id="host"
      label={asked.label}
      hint={asked.hint}
      autoComplete="off"
      inputMode="url"
      error={formState.errors.host?.message}
      {...register('host')}
    />
  );
}
