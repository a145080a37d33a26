import { Choice } from '@/components/form/choice';
import type { Provider } from '@/lib/providers/provider';
import type { AccountFormHandle } from './server-fields';

type Props = { readonly provider: Provider; readonly form: AccountFormHandle };

/** Which of a provider's hosts: a region, or a kind of account. Asked only where there is a choice. */
export function VariantChoice({ provider, form }: Props) {
  const { variants, variantQuestion } = provider;
  if (variants.length < 2) return null;
  const { register, setValue } = form;
  return (
    <fieldset>
      <legend>{variantQuestion}</legend>
      {variants.map(({ id, label, hint, host, login }) => (
        <Choice
          key={id}
          type="radio"
          value={id}
          label={label}
          hint={hint}
          {...register('variant', {
            onChange: () => {
              const chosen = variants.find((variant) => variant.id === form.getValues('variant'));
              setValue('host', chosen?.host ?? host);
              if ((chosen?.login ?? login) === 'required') setValue('noLogin', false);
            },
          })}
        />
      ))}
    </fieldset>
  );
}
