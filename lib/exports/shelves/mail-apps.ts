import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { appleMail } from '../apple-mail';
import { appleProfileFor } from '../apple-profile';
import type { Format } from '../format';
import { gmailSendAs } from '../gmail-send-as';
import { outlook } from '../outlook';
import { thunderbird } from '../thunderbird';

/** Settings → the programs, with the profile for Apple's Mail where the account can receive too. */
export function formatsFor(settings: SmtpSettings): readonly Format[] {
  const profile = appleProfileFor(settings);
  return [outlook, ...(profile === undefined ? [] : [profile]), appleMail, thunderbird, gmailSendAs];
}
